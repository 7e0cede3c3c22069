import { type FiledResponse, type TakenResponses, takeInResponses } from '#capabilities/contributions'
import { findSurvey, releaseSurvey, type SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { mayBringInAnswers } from '../policy.ts'
import { listReleased } from '../queries/answers.ts'

/** The versions that answers can be to, latest first. Questions that nobody released yet are released now: answers lean on them as they are. */
export async function versionsToAnswer(ctx: Context, surveyId: string): Promise<{ versions: SurveyVersion[]; isReleasedNow: boolean }> {
  allowOnly(mayBringInAnswers(ctx.actor))
  await findSurvey(ctx.db, surveyId)
  const released = await listReleased(ctx.db, surveyId)
  if (released.length > 0) return { versions: released, isReleasedNow: false }
  await releaseSurvey(ctx, surveyId)
  return { versions: await listReleased(ctx.db, surveyId), isReleasedNow: true }
}

/** Take in one batch of what a file holds. */
export async function bringInAnswers(ctx: Context, surveyId: string, responses: readonly FiledResponse[]): Promise<TakenResponses> {
  allowOnly(mayBringInAnswers(ctx.actor))
  return takeInResponses(ctx, surveyId, responses)
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { readQuestions } from '../kept-question.ts'
import { mayBuildSurveys } from '../policy.ts'
import type { ContactPromise } from '../promise.ts'
import { findSurvey, insertSurvey, insertVersion, updateTitle } from '../queries/versions.ts'
import type { Question } from '../question.ts'
import type { SurveyVersion } from '../survey.ts'
import { madeNow, refuseWhatTells } from './keep.ts'

/** Begin a survey: its first version, which nobody can answer until it is released. */
export async function draftSurvey(
  ctx: Context,
  { title, promise, questions: given }: { title: string; promise: ContactPromise; questions: readonly Question[] },
): Promise<SurveyVersion> {
  allowOnly(mayBuildSurveys(ctx.actor))
  const questions = readQuestions(given)
  refuseWhatTells(promise, questions)

  const surveyId = newId()
  await insertSurvey(ctx.db, { commissioner_id: ctx.commissioner.id, id: surveyId, title, added_by: staffId(ctx.actor), added_at: ctx.now })
  await insertVersion(ctx.db, { ...madeNow(ctx), id: newId(), surveyId, number: 1, promise, questions })
  await record(ctx, 'survey.drafted', surveyId, { promise, questions: questions.length }, { publicPagesStay: true })
  return findSurvey(ctx.db, surveyId)
}

export async function renameSurvey(ctx: Context, surveyId: string, title: string) {
  allowOnly(mayBuildSurveys(ctx.actor))
  await updateTitle(ctx.db, surveyId, title)
  await record(ctx, 'survey.renamed', surveyId)
}

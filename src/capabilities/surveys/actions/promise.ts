import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { people } from '../change.ts'
import { type ContactPromise, isLooser } from '../promise.ts'
import { countResponsesByPromise } from '../queries/answered.ts'
import { findSurveyToBuild, keep } from './keep.ts'

/** Change what is promised about contact details: once someone has answered, only to something stricter. */
export async function changePromise(ctx: Context, surveyId: string, promise: ContactPromise) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  if (survey.promise === promise) return
  const made = await countResponsesByPromise(ctx.db, surveyId)
  const broken = made.find((group) => isLooser(promise, group.promise))
  refuseIf(
    broken !== undefined,
    `${people(broken?.count ?? 0)} answered when the promise was “${broken?.promise}”. You can make it stricter, not looser.`,
  )
  await keep(ctx, survey, { promise })
  await record(ctx, 'survey.promise-changed', surveyId, { from: survey.promise, to: promise }, { publicPagesStay: true })
}

import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { markOf } from '../mark.ts'
import { insertRelease } from '../queries/versions.ts'
import { typeOf } from '../questions/registry.ts'
import { findSurveyToBuild } from './keep.ts'

/** Let people answer the newest version, from now on and for ever as it is. `seen` is the mark of what was looked at, where someone looked. */
export async function releaseSurvey(ctx: Context, surveyId: string, { seen }: { seen?: string } = {}) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  refuseIf(survey.released, 'There is nothing new to release')
  refuseIf(
    seen !== undefined && seen !== markOf([survey.questions, survey.promise]),
    'Someone changed these questions since you opened them. Nothing was released: look at them again first.',
  )
  refuseIf(
    survey.questions.every((question) => typeOf(question).isOnlyRead),
    'Add a question first: there is nothing to answer yet',
  )
  await insertRelease(ctx.db, ctx.commissioner.id, survey.id, ctx.now)
  await record(ctx, 'survey.released', surveyId, { version: survey.id, number: survey.number })
}

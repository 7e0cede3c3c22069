import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { newId } from '#platform/ids.ts'
import { brokenByChange, dependenceWords } from '../dependence.ts'
import { mayBuildSurveys } from '../policy.ts'
import type { ContactPromise } from '../promise.ts'
import { findSurveyToChange, insertVersion, updateVersion } from '../queries/versions.ts'
import type { Question } from '../question.ts'
import { keepsApart } from '../questions/registry.ts'
import type { SurveyVersion } from '../survey.ts'

/** The newest version, for whoever may change it, and for nobody else until this transaction ends. */
export async function findSurveyToBuild(ctx: Context, surveyId: string): Promise<SurveyVersion> {
  allowOnly(mayBuildSurveys(ctx.actor))
  return findSurveyToChange(ctx.db, surveyId)
}

/** A draft is changed in place; what was released stays, and the change begins the next version. */
export async function keep(
  ctx: Context,
  survey: SurveyVersion,
  { promise = survey.promise, questions = survey.questions }: Partial<Pick<SurveyVersion, 'promise' | 'questions'>>,
) {
  refuseWhatTells(promise, questions)
  const [broken] = brokenByChange(survey.questions, questions)
  refuseIf(broken !== undefined, broken ? dependenceWords(broken, survey.questions) : '')
  if (!survey.released) return updateVersion(ctx.db, survey.id, { promise, questions })
  await insertVersion(ctx.db, { ...madeNow(ctx), id: newId(), surveyId: survey.surveyId, number: survey.number + 1, promise, questions })
}

/** An anonymous survey asks nothing that could tell who answered. */
export function refuseWhatTells(promise: ContactPromise, questions: readonly Question[]) {
  const telling = promise === 'anonymous' ? questions.find(keepsApart) : undefined
  refuseIf(
    telling !== undefined,
    `You promise that nobody can find out who answered, so “${telling?.text}” cannot be asked. Remove it, or make the promise “linked” before anyone answers.`,
  )
}

export const madeNow = (ctx: Context) => ({ commissionerId: ctx.commissioner.id, madeBy: staffId(ctx.actor), madeAt: ctx.now })

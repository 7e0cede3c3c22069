import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { misreads, people } from '../change.ts'
import { moved, without } from '../order.ts'
import { countAnswers } from '../queries/answered.ts'
import { listKeys } from '../queries/versions.ts'
import type { Question, Settings } from '../question.ts'
import { questionOf } from '../questions/settings.ts'
import { isEquality, nextKey, questionIn } from '../survey.ts'
import { findSurveyToBuild, keep } from './keep.ts'

const quietly = { publicPagesStay: true }

export async function addQuestion(ctx: Context, surveyId: string, type: string, settings: Settings) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const question = questionOf(nextKey(await listKeys(ctx.db, surveyId)), type, settings)
  await keep(ctx, survey, { questions: [...survey.questions, question] })
  await record(ctx, 'survey.question-added', surveyId, { question: question.key }, quietly)
}

/** Change the words or the settings of a question. What people answered keeps its meaning. */
export async function changeQuestion(ctx: Context, surveyId: string, key: string, type: string, settings: Settings) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const before = questionIn(survey, key)
  refuseShared(before)
  const after = questionOf(key, type, settings, before)
  const reason = misreads(before, after, await countAnswers(ctx.db, surveyId, key))
  refuseIf(reason !== null, reason ?? '')
  await keep(ctx, survey, { questions: survey.questions.map((question) => (question.key === key ? after : question)) })
  await record(ctx, 'survey.question-changed', surveyId, { question: key }, quietly)
}

/** Another question like this one, right after it. */
export async function copyQuestion(ctx: Context, surveyId: string, key: string) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const { page: _, ...original } = questionIn(survey, key)
  refuseShared(original)
  const copy = { ...original, key: nextKey(await listKeys(ctx.db, surveyId)) }
  const at = survey.questions.findIndex((question) => question.key === key)
  await keep(ctx, survey, { questions: survey.questions.toSpliced(at + 1, 0, copy) })
  await record(ctx, 'survey.question-copied', surveyId, { question: key, copy: copy.key }, quietly)
  return copy.key
}

/** Move a question one place up (-1) or down (1), over the start of a page too. */
export async function moveQuestion(ctx: Context, surveyId: string, key: string, by: -1 | 1) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  questionIn(survey, key)
  const questions = moved(survey.questions, key, by)
  if (isSameOrder(questions, survey.questions)) return
  await keep(ctx, survey, { questions })
  await record(ctx, 'survey.question-moved', surveyId, { question: key }, quietly)
}

export async function removeQuestion(ctx: Context, surveyId: string, key: string) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const removed = questionIn(survey, key)
  await refuseAnswered(ctx, surveyId, [removed])
  await keep(ctx, survey, { questions: without(survey.questions, (question) => question.key === key) })
  await record(ctx, 'survey.question-removed', surveyId, { question: key }, quietly)
}

const isSameOrder = (some: readonly Question[], others: readonly Question[]) =>
  some.every(({ key, page }, at) => others[at]?.key === key && others[at]?.page === page)

export async function refuseAnswered(ctx: Context, surveyId: string, questions: readonly Question[]) {
  for (const { key, text } of questions) {
    const { answered } = await countAnswers(ctx.db, surveyId, key)
    const which = questions.length > 1 ? `“${text}”` : 'this question'
    refuseIf(answered > 0, `${people(answered)} answered ${which}, so it cannot be removed`)
  }
}

/** The equality questions are the same in every survey, so that their answers can be put together. */
export const refuseShared = (question: Question) =>
  refuseIf(
    isEquality(question),
    'The equality questions are the same in every survey, and people may always skip them, so they cannot be changed. You can remove them.',
  )

import { z } from 'zod'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayBuildSurveys } from './policy.ts'
import { type ContactPromise, isLooser } from './promise.ts'
import {
  countAnswers,
  countResponsesByPromise,
  findSurvey,
  findSurveyToChange,
  insertRelease,
  insertSurvey,
  insertVersion,
  listKeys,
  updateTitle,
  updateVersion,
} from './queries.ts'
import type { Question, Settings } from './question.ts'
import { offeredBy, settleOptions } from './questions/option-list.tsx'
import { isQuestionType } from './questions/registry.ts'
import { isKey, nextKey, questionIn, type SurveyVersion } from './survey.ts'

const questionsKept = z
  .array(
    z.object({
      key: z.string().refine(isKey, 'A question needs a short key of small letters, digits and hyphens'),
      type: z.string().refine(isQuestionType, 'There is no such type of question'),
      text: z.string().min(1),
      options: z.array(z.object({ value: z.string().min(1), label: z.string().min(1) })).optional(),
    }),
  )
  .refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length, 'Two questions have the same key')

/** Begin a survey: its first version, which nobody can answer until it is released. */
export async function draftSurvey(
  ctx: Context,
  { title, promise, questions }: { title: string; promise: ContactPromise; questions: readonly Question[] },
): Promise<SurveyVersion> {
  allowOnly(mayBuildSurveys(ctx.actor))
  const read = questionsKept.safeParse(questions)
  if (!read.success) throw new Refused(read.error.issues[0]?.message ?? 'The questions cannot be read')

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

/** Let people answer the newest version, from now on and for ever as it is. */
export async function releaseSurvey(ctx: Context, surveyId: string) {
  allowOnly(mayBuildSurveys(ctx.actor))
  const survey = await findSurveyToChange(ctx.db, surveyId)
  refuseIf(survey.released, 'There is nothing new to release')
  refuseIf(survey.questions.length === 0, 'Add a question first: there is nothing to answer yet')
  await insertRelease(ctx.db, ctx.commissioner.id, survey.id, ctx.now)
  await record(ctx, 'survey.released', surveyId, { version: survey.id, number: survey.number })
}

export async function addQuestion(ctx: Context, surveyId: string, type: string, settings: Settings) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const question = questionOf(nextKey(await listKeys(ctx.db, surveyId)), type, settings)
  await keep(ctx, survey, { questions: [...survey.questions, question] })
  await record(ctx, 'survey.question-added', surveyId, { question: question.key }, { publicPagesStay: true })
}

/** Change the words or the settings of a question. Choices that people have made stay on offer. */
export async function changeQuestion(ctx: Context, surveyId: string, key: string, type: string, settings: Settings) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const before = questionIn(survey, key)
  const after = questionOf(key, type, settings, before)
  const { answered, choices } = await countAnswers(ctx.db, surveyId, key)
  refuseIf(
    answered > 0 && type !== before.type,
    `${people(answered)} answered this question, so its type cannot change. Add a new question instead.`,
  )
  const lost = Object.keys(choices).find((value) => !offeredBy(after).some((option) => option.value === value))
  const label = offeredBy(before).find(({ value }) => value === lost)?.label ?? lost
  refuseIf(
    lost !== undefined,
    `${people(choices[lost ?? ''] ?? 0)} chose “${label}”, so it has to stay as it is. You can add answers and change their order.`,
  )

  await keep(ctx, survey, { questions: survey.questions.map((question) => (question.key === key ? after : question)) })
  await record(ctx, 'survey.question-changed', surveyId, { question: key }, { publicPagesStay: true })
}

/** Move a question one place up (-1) or down (1). */
export async function moveQuestion(ctx: Context, surveyId: string, key: string, by: -1 | 1) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const moved = questionIn(survey, key)
  const to = survey.questions.indexOf(moved) + by
  if (to < 0 || to >= survey.questions.length) return
  await keep(ctx, survey, { questions: survey.questions.toSpliced(to - by, 1).toSpliced(to, 0, moved) })
  await record(ctx, 'survey.question-moved', surveyId, { question: key }, { publicPagesStay: true })
}

export async function removeQuestion(ctx: Context, surveyId: string, key: string) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const removed = questionIn(survey, key)
  const { answered } = await countAnswers(ctx.db, surveyId, key)
  refuseIf(answered > 0, `${people(answered)} answered this question, so it cannot be removed`)
  await keep(ctx, survey, { questions: survey.questions.filter((question) => question !== removed) })
  await record(ctx, 'survey.question-removed', surveyId, { question: key }, { publicPagesStay: true })
}

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

async function findSurveyToBuild(ctx: Context, surveyId: string) {
  allowOnly(mayBuildSurveys(ctx.actor))
  return findSurveyToChange(ctx.db, surveyId)
}

/** A draft is changed in place; what was released stays, and the change begins the next version. */
async function keep(
  ctx: Context,
  survey: SurveyVersion,
  { promise = survey.promise, questions = survey.questions }: Partial<Pick<SurveyVersion, 'promise' | 'questions'>>,
) {
  if (!survey.released) return updateVersion(ctx.db, survey.id, { promise, questions })
  await insertVersion(ctx.db, { ...madeNow(ctx), id: newId(), surveyId: survey.surveyId, number: survey.number + 1, promise, questions })
}

function questionOf(key: string, type: string, { labels, hint, ...rest }: Settings, before?: Question): Question {
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== false)) as Pick<
    Question,
    'text'
  >
  return { key, type, ...set, ...(hint && { hint }), ...(labels && { options: settleOptions(labels, before?.options) }) }
}

const people = (count: number) => (count === 1 ? 'One person' : `${count.toLocaleString('en-GB')} people`)
const madeNow = (ctx: Context) => ({ commissionerId: ctx.commissioner.id, madeBy: staffId(ctx.actor), madeAt: ctx.now })

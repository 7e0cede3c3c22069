import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { withPageAt } from '../order.ts'
import type { Condition, Question } from '../question.ts'
import { questionIn } from '../survey.ts'
import { findSurveyToBuild, keep } from './keep.ts'
import { refuseShared } from './questions.ts'

/** Start a page at a question, of this title, which may be empty; or, with null, go on with the page before. */
export async function startPage(ctx: Context, surveyId: string, key: string, title: string | null) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  questionIn(survey, key)
  await keep(ctx, survey, { questions: withPageAt(survey.questions, key, title) })
  await record(ctx, 'survey.page-changed', surveyId, { question: key, starts: title !== null }, { publicPagesStay: true })
}

/** Ask a question only of those whose earlier answer is so. */
export const addCondition = (ctx: Context, surveyId: string, key: string, condition: Condition) =>
  changeAsked(ctx, surveyId, key, ({ asked }) => ({ when: asked?.when ?? 'all', of: [...(asked?.of ?? []), condition] }))

/** Take back the condition at this place, counted from 0; without any left, everyone is asked. */
export const removeCondition = (ctx: Context, surveyId: string, key: string, at: number) =>
  changeAsked(ctx, surveyId, key, ({ asked }) => {
    const of = (asked?.of ?? []).filter((_, place) => place !== at)
    return of.length > 0 ? { when: asked?.when ?? 'all', of } : undefined
  })

/** Whether all of a question's conditions must hold, or any one is enough. */
export const joinConditions = (ctx: Context, surveyId: string, key: string, when: 'all' | 'any') =>
  changeAsked(ctx, surveyId, key, ({ asked }) => asked && { ...asked, when })

async function changeAsked(ctx: Context, surveyId: string, key: string, change: (question: Question) => Question['asked']) {
  const survey = await findSurveyToBuild(ctx, surveyId)
  const question = questionIn(survey, key)
  refuseShared(question)
  const { asked: _, ...rest } = question
  const asked = change(question)
  const after: Question = asked ? { ...rest, asked } : rest
  await keep(ctx, survey, { questions: survey.questions.map((candidate) => (candidate.key === key ? after : candidate)) })
  await record(ctx, 'survey.conditions-changed', surveyId, { question: key, conditions: asked?.of.length ?? 0 }, { publicPagesStay: true })
}

import type { Question, QuestionType } from '../question.ts'
import { longText } from './long-text.tsx'
import { oneOf } from './one-of.tsx'
import { shortText } from './short-text.tsx'
import { someOf } from './some-of.tsx'

/** Every kind of question there is, in the order an author is offered them. */
export const questionTypes: readonly QuestionType[] = [longText, shortText, oneOf, someOf]

export const isQuestionType = (name: string) => questionTypes.some((type) => type.name === name)

export function typeOf(question: Pick<Question, 'type'>): QuestionType {
  const type = questionTypes.find(({ name }) => name === question.type)
  if (!type) throw new Error(`There is no question type ${question.type}`)
  return type
}

import type { Condition, GivenAnswer, Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import type { SurveyVersion } from './survey.ts'

/**
 * True where an earlier answer is as the condition wants it. "None of" is the opposite of "any of": it holds for whoever skipped the question,
 * or was not asked it.
 */
export function holds({ question, is, values = [] }: Condition, answers: readonly GivenAnswer[]): boolean {
  const given = answers.find((answer) => answer.question.key === question)
  const picked = given?.choices?.some((choice) => values.includes(choice)) ?? false
  return { 'any of': picked, 'none of': !picked, answered: given !== undefined, 'not answered': given === undefined }[is]
}

/** True where someone who gave these answers is asked this question. */
export function isAsked({ asked }: Pick<Question, 'asked'>, answers: readonly GivenAnswer[]): boolean {
  if (!asked || asked.of.length === 0) return true
  return asked.when === 'all'
    ? asked.of.every((condition) => holds(condition, answers))
    : asked.of.some((condition) => holds(condition, answers))
}

/** A condition as it is read: 'the answer to “How do you travel?” is “Bus” or “Train”'. */
export function conditionWords({ question: key, is, values = [] }: Condition, { questions }: Pick<SurveyVersion, 'questions'>): string {
  const question = questions.find((candidate) => candidate.key === key)
  const what = `“${question?.text ?? key}”`
  if (is === 'answered') return `${what} is answered`
  if (is === 'not answered') return `${what} is not answered`
  const choices = question ? typeOf(question).choices(question) : []
  const labels = values.map((value) => `“${choices.find((choice) => choice.value === value)?.label ?? value}”`)
  return `the answer to ${what} is ${is === 'none of' ? 'not ' : ''}${listed(labels, 'or')}`
}

/** When a question is asked, for paper and for staff: 'Only if the answer to … is …'. Null where everyone is asked. */
export function askedWords({ asked }: Question, version: Pick<SurveyVersion, 'questions'>): string | null {
  if (!asked || asked.of.length === 0) return null
  return `Only if ${listed(
    asked.of.map((condition) => conditionWords(condition, version)),
    asked.when === 'all' ? 'and' : 'or',
  )}`
}

const listed = (parts: readonly string[], join: 'and' | 'or') =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} ${join} ${parts.at(-1)}` : (parts[0] ?? 'nothing')

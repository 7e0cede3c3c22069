import type { GivenAnswer, Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import type { SurveyVersion } from './survey.ts'

const slot = /\{([a-z][a-z0-9-]*)\}/g
const most = 200

/** The keys of the questions whose answers a text repeats: "{q1}". */
export const pipedKeys = (text: string) => [...text.matchAll(slot)].flatMap(([, key]) => key ?? [])

/**
 * A text with earlier answers in the place of "{q1}". Where nothing was answered it says "your answer"; without answers, as in a preview, it
 * says which answer will stand there. What is no question of this version stays as it was typed, and an answer is never looked into for more.
 */
export const pipedText = (text: string, version: Pick<SurveyVersion, 'questions'>, answers: readonly GivenAnswer[] | null): string =>
  text.replaceAll(slot, (typed, key: string) => {
    const question = version.questions.find((candidate) => candidate.key === key)
    if (!question) return typed
    if (!answers) return `[the answer to “${question.text}”]`
    const given = answers.find((answer) => answer.question.key === key)
    return given ? shortened(typeOf(question).shown(question, given)) : 'your answer'
  })

/** The question as someone who gave these answers reads it. */
export function pipedQuestion(
  question: Question,
  version: Pick<SurveyVersion, 'questions'>,
  answers: readonly GivenAnswer[] | null,
): Question {
  const { text, hint, page } = question
  if (!`${text}${hint}${page}`.includes('{')) return question
  const piped = (words: string) => pipedText(words, version, answers)
  return { ...question, text: piped(text), ...(hint && { hint: piped(hint) }), ...(page && { page: piped(page) }) }
}

const shortened = (words: string) => {
  const line = [...words.replaceAll(/\s+/g, ' ').trim()]
  if (line.length === 0) return 'your answer'
  return line.length > most ? `${line.slice(0, most).join('')}…` : line.join('')
}

/** A question whose words repeat the answers to others under other keys. */
export const repiped = <Words extends Pick<Question, 'text' | 'hint' | 'page'>>(
  question: Words,
  renamed: (key: string) => string,
): Words => {
  const piped = (words: string) => words.replaceAll(slot, (_, key: string) => `{${renamed(key)}}`)
  const { text, hint, page } = question
  return { ...question, text: piped(text), ...(hint && { hint: piped(hint) }), ...(page && { page: piped(page) }) }
}

import { NotFound } from '#platform/errors.ts'
import type { Body } from '#platform/forms.ts'
import type { ContactPromise } from './promise.ts'
import type { GivenAnswer, Question } from './question.ts'
import { typeOf } from './questions/registry.ts'

/** The questions as they stood at one time. Once released it never changes: the next change makes the next version. */
export interface SurveyVersion {
  id: string
  surveyId: string
  number: number
  promise: ContactPromise
  questions: readonly Question[]
  released: boolean
  title: string
}

export interface AnswersRead {
  ok: boolean
  /** What was typed and ticked, to show again. */
  values: Body
  errors: Readonly<Record<string, string>>
  /** Only of questions on the page, and only where something was answered. */
  answers: GivenAnswer[]
}

/** Read the answers to this version's questions out of a form. What the form holds beside them is not looked at. */
export function readAnswers(version: Pick<SurveyVersion, 'questions'>, body: Body): AnswersRead {
  const answers: GivenAnswer[] = []
  const errors: Record<string, string> = {}
  const values: Body = {}
  for (const question of version.questions) {
    const { choices, words, mistakes } = typeOf(question).answer(question, body)
    Object.assign(errors, mistakes)
    if (choices || words) answers.push({ question, choices, words })
    for (const name of fieldsOf(question)) if (Object.hasOwn(body, name)) values[name] = body[name] ?? ''
  }
  const [first] = version.questions
  if (first && answers.length === 0 && Object.keys(errors).length === 0) errors[first.key] = 'Answer at least one question'
  return { ok: Object.keys(errors).length === 0, values, errors, answers }
}

const fieldsOf = (question: Question) => (question.other ? [question.key, `${question.key}-other`] : [question.key])

// These would be taken for the fields beside the questions, or for the second tick box of another question.
const taken = /^(your|tell|quote|survey|typed|error)-|^maincontent$|-other$|-\d+$|-(hint|error|info|label)$/

/** True where a question may go by this key. */
export const isKey = (key: string) => /^[a-z][a-z0-9-]{0,39}$/.test(key) && !taken.test(key)

/** A key that no version of the survey has used, so that answers are never taken for another question's. */
export function nextKey(used: Iterable<string>): string {
  const numbers = [...used].map((key) => Number(/^q(\d+)$/.exec(key)?.[1] ?? 0))
  return `q${Math.max(0, ...numbers) + 1}`
}

/** The question of this key; not found where this version has none. */
export function questionIn(version: Pick<SurveyVersion, 'questions'>, key: string): Question {
  const question = version.questions.find((candidate) => candidate.key === key)
  if (!question) throw new NotFound(`question ${key}`)
  return question
}

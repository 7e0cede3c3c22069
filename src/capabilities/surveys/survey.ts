import { NotFound } from '#platform/errors.ts'
import type { ContactPromise } from './promise.ts'
import type { Question } from './question.ts'

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

/** Asked for monitoring alone: the same everywhere, optional always, and kept apart from every other answer. */
export const isEquality = ({ block }: Pick<Question, 'block'>) => block === 'equality'

import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'

const wordsAMinute = 200

/** Seconds to settle on an answer once the question is read. */
const secondsFor: Readonly<Record<string, (question: Question) => number>> = {
  'long-text': () => 60,
  'short-text': () => 20,
  'some-of': () => 15,
  matrix: ({ rows = [] }) => 7 * rows.length,
  ranking: ({ options = [] }) => 7 * options.length,
  budget: ({ options = [] }) => 10 * options.length,
  file: () => 60,
}

/**
 * About how many whole minutes it takes to read and answer every question; 1 at the least. A rule of thumb of ours, to be replaced by how long
 * people took: reading at 200 words a minute, a minute for words of one's own, seconds for a tick.
 */
export function minutesToAnswer(questions: readonly Question[]): number {
  const seconds = questions.reduce((sum, question) => sum + readingSeconds(question) + answeringSeconds(question), 0)
  return Math.max(1, Math.round(seconds / 60))
}

const answeringSeconds = (question: Question) => (typeOf(question).isOnlyRead ? 0 : (secondsFor[question.type]?.(question) ?? 8))

const readingSeconds = ({ text, hint = '', options = [], rows = [] }: Question) => {
  const words = [text, hint, ...options.map(({ label }) => label), ...rows.map(({ label }) => label)].join(' ').split(/\s+/).length
  return (words / wordsAMinute) * 60
}

import type { Vocabulary } from './vocabulary.ts'

/** A comment that a person coded. */
export interface Example {
  id: string
  /** Who said it: what one person said is never both learned from and tested on. */
  respondent: string
  question: string
  words: string
  themes: readonly string[]
  /** From 1, very positive, to 5, very negative; null where nobody said. */
  sentiment: number | null
  /** Other things known when it was said, as 'score 2' or 'service ambulance'. */
  context?: readonly string[]
}

/** What a theme means, in words: its name, its definition, examples. */
export interface Definition {
  theme: string
  words: string
}

/** What was learned. */
export interface Learned {
  themes: readonly string[]
  /** The values of sentiment that were seen, from 1 to 5, least first. */
  sentiments: readonly number[]
  vocabulary: Vocabulary
  /** For each column of the vocabulary and one for the constant, a weight for each theme and then for each sentiment: log-odds. */
  weights: Float32Array
  /** For each theme, the likelihood from which it is offered. */
  thresholds: Float32Array
  /** How many coded comments it was learned from. */
  examples: number
}

/** Examples in an order that is theirs, whatever order they came in. */
export const inOrder = (examples: readonly Example[]): Example[] =>
  [...examples].sort((one, other) => compare(one.id, other.id) || compare(one.words, other.words))

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

import type { Answer, Measurement } from './measurement.ts'

/** Comments drawn by chance, which two people or more code without seeing what the others did. */
export interface Round {
  id: string
  frameId: string
  frameTitle: string
  batch: { kind: 'survey' | 'source'; id: string }
  batchTitle: string
  /** How many comments were drawn. */
  size: number
  /** Whoever has it draws the same comments again. */
  seed: number
  drawnFrom: DrawnFrom
  /** How many there were to draw from, each text once. */
  eligible: number
  madeAt: Date
  /** Null while it is open. */
  closed: { at: Date; reason: string; measured: Measurement } | null
}

export type DrawnFrom = 'any' | 'uncoded'

export const drawnFromWords: Readonly<Record<DrawnFrom, string>> = {
  uncoded: 'Comments that nobody had coded with this frame',
  any: 'All comments, coded before or not',
}

export interface RoundCoder {
  membershipId: string
  name: string
  /** About how many of the comments they have decided. */
  finished: number
  /** The first they have still to decide about; null where there is none. */
  next: string | null
}

export const fewestComments = 5
export const mostComments = 2000
export const mostCoders = 10

export interface RoundProgress {
  /** How many of its comments may still be read; one that was withdrawn meanwhile need not be coded. */
  standing: number
  coders: readonly RoundCoder[]
}

export const isFinished = ({ standing, coders }: RoundProgress) => coders.every(({ finished }) => finished >= standing)

/** A part of someone's words that was coded, in code points; start inclusive, end exclusive. */
export interface CodedPart {
  theme: string
  start: number
  end: number
}

/** What a coder decided about a comment of a round. */
export interface RoundAnswer extends Answer {
  /** Where themes were tied to a part of the words; a theme of the whole comment has none. */
  parts: readonly CodedPart[]
}

/** What a third person made of a comment that coders differ about. */
export interface Settlement {
  contributionId: string
  themeIds: string[]
  reason: string | null
  settledBy: string | null
  settledAt: Date
}

/** The words of a part. Code points, so that half a character is never cut off. */
export const wordsOf = (words: string, { start, end }: CodedPart) => [...words].slice(start, end).join('')

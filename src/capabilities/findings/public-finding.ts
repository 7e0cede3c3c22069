import type { Side, Strength } from './finding.ts'

/** A finding as everyone may read it. Its numbers are not among it: they were counted for staff, on another day than the published tables. */
export interface PublicFinding {
  id: string
  title: string
  claim: string
  contrary: string
  strength: Strength | null
  quotes: readonly PublicQuote[]
  /** The themes it rests on, by name. */
  themes: readonly string[]
}

export interface PublicQuote {
  id: string
  findingId: string
  contributionId: string
  words: string
  side: Side
}

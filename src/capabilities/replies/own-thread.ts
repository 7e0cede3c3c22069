import type { ReplyChange } from './reply.ts'

/** What one contribution became: a theme and, where a published decision answered a finding that rests on it, that answer. */
export interface Came {
  contributionId: string
  themeId: string
  theme: string
  findingId: string | null
  finding: string | null
  decisionId: string | null
  decision: string | null
  outcome: string | null
  reason: string | null
}

/** Something a person said, as it may be read now, and what came of it. */
export interface OwnWords {
  id: string
  question: string | null
  words: string | null
  score: number | null
  came: readonly Came[]
}

export interface OwnResponse {
  id: string
  saidOn: string
  consultation: string | null
  contributions: readonly OwnWords[]
  /** What this person was told about this response: by decision, when, and whether the message left. */
  told: readonly { decisionId: string; decision: string; madeAt: Date; fate: string }[]
}

export interface OwnConsent {
  id: string
  purpose: 'be told' | 'be quoted' | 'news'
  wording: string
  agreedAt: Date
  withdrawnAt: Date | null
}

export interface OwnRecord {
  responses: readonly OwnResponse[]
  changes: readonly ReplyChange[]
  consents: readonly OwnConsent[]
  looks: readonly { at: Date; role: string }[]
}

import type { Json } from '#platform/digests.ts'

/** Who reads. A coder, an analyst and a decision-maker read alike for now; the public reads only what was agreed to. */
export type Audience = 'coder' | 'analyst' | 'decision-maker' | 'public'

export type Channel = 'web' | 'paper' | 'telephone' | 'email' | 'letter' | 'text' | 'event' | 'kiosk' | 'import'

/** One act of speaking, as its row. Dates are 2026-09-30. */
export interface ResponseRow {
  id: string
  channel: string
  survey_id: string | null
  survey_version_id: string | null
  source_id: string | null
  person_id: string | null
  organisation_id: string | null
  respondent: string | null
  place: string | null
  said_on: string
  received_at: Date
  /** The page it was answered on, where that was not the one the questions were written for. */
  variant: string | null
  salt: Buffer
}

/** One utterance, as its row. */
export interface ContributionRow {
  id: string
  response_id: string
  question_key: string | null
  question_text: string | null
  words: string | null
  score: number | null
  salt: Buffer
  source_id: string | null
  source_key: string | null
}

/** What was ticked at one question of a response. */
export interface AnswerRow {
  question_key: string
  choices: readonly string[]
}

/** A contribution as someone may read it: what was redacted is blacked out, code point for code point. */
export interface Readable {
  id: string
  responseId: string
  questionKey: string | null
  questionText: string | null
  words: string | null
  score: number | null
  surveyId: string | null
  sourceId: string | null
  channel: string
  place: string | null
  saidOn: string
  receivedAt: Date
  audiences: readonly string[]
}

/**
 * The canonical content of a response: its columns, then its closed answers by question, and the variant where there is one. `verify` holds
 * the digest of this. Equality answers and what is kept apart are left out: they may be removed while the response stays.
 */
export const responseContent = (row: Omit<ResponseRow, 'salt'>, answers: readonly AnswerRow[]): Json => [
  row.id,
  row.channel,
  row.survey_id,
  row.survey_version_id,
  row.source_id,
  row.person_id,
  row.organisation_id,
  row.respondent,
  row.place,
  row.said_on,
  row.received_at.toISOString(),
  answers
    .map(({ question_key, choices }): [string, readonly string[]] => [question_key, choices])
    .sort(([one], [other]) => (one < other ? -1 : 1)),
  ...(row.variant === null ? [] : [row.variant]),
]

/** A file that came with an answer. */
export interface AnswerFile {
  id: string
  responseId: string
  questionKey: string
  name: string
  type: string
  size: number
}

/** The canonical content of a contribution: its columns. */
export const contributionContent = (row: Omit<ContributionRow, 'salt'>): Json => [
  row.id,
  row.response_id,
  row.question_key,
  row.question_text,
  row.words,
  row.score,
  row.source_id,
  row.source_key,
]

/** A contribution with where it came from, for lists and exports. */
export interface Listed extends Readable {
  sourceName: string | null
  surveyTitle: string | null
}

/** What stands between a contribution and its readers. */
export interface Withholding {
  id: string
  contributionId: string
  audience: string
  reason: string
  withheldAt: Date
}

export interface Redaction {
  id: string
  contributionId: string
  startAt: number
  endAt: number
  reason: string
  redactedAt: Date
}

/** True where the coders, analysts and decision-makers may not read it either. */
export const isWithheldFromEveryone = (withholdings: readonly Pick<Withholding, 'audience'>[]) =>
  withholdings.some(({ audience }) => audience === 'everyone')

export const channelNames: Readonly<Record<string, string>> = {
  web: 'On this website',
  paper: 'On paper',
  telephone: 'By telephone',
  email: 'By email',
  letter: 'By letter',
  text: 'By text message',
  event: 'At an event',
  kiosk: 'At a kiosk',
  import: 'Brought in from a file',
}

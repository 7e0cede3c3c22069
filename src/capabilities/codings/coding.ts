import type { Json } from '#platform/digests.ts'
import type { Span } from './span.ts'

/** A coding as it is kept. */
export interface CodingRow {
  id: string
  contribution_id: string
  theme_id: string
  coder_id: string
  start_at: number | null
  end_at: number | null
  made_at: Date
}

/** What the digest of a coding is taken over: its columns in the order of the table, without commissioner and salt. */
export const codingContent = (row: CodingRow): Json => [
  row.id,
  row.contribution_id,
  row.theme_id,
  row.coder_id,
  row.start_at,
  row.end_at,
  row.made_at.toISOString(),
]

/** A coding as a coder sees it. */
export interface Coding {
  id: string
  contributionId: string
  themeId: string
  themeName: string
  /** Null: the whole comment. */
  span: Span | null
  coderId: string
  coderName: string
  madeAt: Date
}

/** Someone's words, as a coder may read them. */
export interface Comment {
  id: string
  words: string
  questionText: string | null
  saidOn: string
  place: string | null
}

/** A comment, and where the record of it is. */
export type RecordedComment = Comment & { record: string | null }

export const spanOf = (row: { start_at: number | null; end_at: number | null }): Span | null =>
  row.start_at === null || row.end_at === null ? null : { start: row.start_at, end: row.end_at }

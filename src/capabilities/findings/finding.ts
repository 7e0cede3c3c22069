import type { OptionFigure, ThemeFigure } from '#capabilities/results'
import type { Json } from '#platform/digests.ts'

export interface QuestionFigure {
  questionKey: string
  answered: number
  counts: readonly OptionFigure[]
}

/** Words by their place: start inclusive, end exclusive, in code points of the stored words. */
export interface Quote {
  id: string
  contributionId: string
  start: number
  end: number
  /** Whether it speaks for the claim or against it. */
  side: Side
}
export type Side = 'for' | 'against'

/** How many say it, as a word and never as a number: who answered chose to. The order is from most to fewest. */
export const strengths = ['nearly all', 'most', 'many', 'some', 'a few'] as const
export type StrengthWord = (typeof strengths)[number]
export interface Strength {
  word: StrengthWord
  /** Why this word: who said it, how firmly, in how many ways. */
  reason: string
}

/** A table of the results as it was counted on the day, with the address that counts it again. */
export interface FrozenTable {
  id: string
  label: string
  /** As the address of the results says it, without its question mark. */
  query: string
  counted: Counted
}

/** Numbers of responses by row and column. */
export interface Counted {
  rows: readonly { value: string; label: string }[]
  columns: readonly { value: string; label: string }[]
  counts: readonly (readonly number[])[]
  /** Of each column, how many are in any row. */
  columnAnswered: readonly number[]
  asked: number
}

/** What another person than its maker said of it. */
export interface Review {
  id: string
  outcome: 'agreed' | 'changes'
  note: string
  reviewedBy: string | null
  reviewedAt: Date
}

export interface Publication {
  publishedBy: string | null
  publishedAt: Date
}

export interface Withdrawal {
  reason: string
  withdrawnBy: string | null
  withdrawnAt: Date
}

/** A claim, with the themes and the figures it rests on as they were when it was made. */
export interface Finding {
  id: string
  title: string
  claim: string
  contrary: string
  surveyId: string | null
  sourceId: string | null
  madeBy: string | null
  madeAt: Date
  themes: readonly ThemeFigure[]
  questions: readonly QuestionFigure[]
  quotes: readonly Quote[]
  strength: Strength | null
  numbers: readonly FrozenTable[]
  /** The finding that this one was made to replace. */
  insteadOf: string | null
  withdrawal: Withdrawal | null
  /** The earliest first. */
  reviews: readonly Review[]
  publication: Publication | null
}

/** A finding as it is made: what is never changed about it. */
export type MadeFinding = Omit<Finding, 'withdrawal' | 'reviews' | 'publication'>

export type FindingState = 'withdrawn' | 'published' | 'agreed' | 'changes asked for' | 'not reviewed'

export function stateOf({ withdrawal, publication, reviews }: Pick<Finding, 'withdrawal' | 'publication' | 'reviews'>): FindingState {
  if (withdrawal) return 'withdrawn'
  if (publication) return 'published'
  const latest = reviews.at(-1)?.outcome
  if (latest === undefined) return 'not reviewed'
  return latest === 'agreed' ? 'agreed' : 'changes asked for'
}

/**
 * What a finding's digest is taken of. Parts are in the order of their ids, so that the same finding always reads the same. Parts that findings
 * did not always have come last and only where there are any: the digest of an older one stays.
 */
export const findingContent = (finding: MadeFinding): Json => [
  finding.id,
  finding.title,
  finding.claim,
  finding.contrary,
  finding.surveyId,
  finding.sourceId,
  finding.madeBy,
  finding.madeAt.toISOString(),
  ordered(finding.themes, (theme) => theme.themeId).map((theme) => [theme.themeId, theme.comments, theme.responses]),
  ordered(finding.questions, (question) => question.questionKey).map((question) => [
    question.questionKey,
    question.answered,
    question.counts.map(({ option, label, count }) => [option, label, count]),
  ]),
  ordered(finding.quotes, (quote) => quote.id).map((quote) => [quote.id, quote.contributionId, quote.start, quote.end]),
  ...laterParts(finding),
]

function laterParts({ strength, numbers, insteadOf, quotes }: MadeFinding): Json[] {
  const against = quotes.filter(({ side }) => side === 'against').map(({ id }) => id)
  const parts = {
    ...(against.length > 0 && { against: against.toSorted() }),
    ...(insteadOf && { insteadOf }),
    ...(numbers.length > 0 && { numbers: ordered(numbers, ({ id }) => id).map(tableContent) }),
    ...(strength && { strength: [strength.word, strength.reason] }),
  }
  return Object.keys(parts).length > 0 ? [parts] : []
}

const tableContent = ({ id, label, query, counted }: FrozenTable): Json => [
  id,
  label,
  query,
  counted.rows.map((row) => [row.value, row.label]),
  counted.columns.map((column) => [column.value, column.label]),
  counted.counts,
  counted.columnAnswered,
  counted.asked,
]

const ordered = <Part>(parts: readonly Part[], key: (part: Part) => string) => parts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

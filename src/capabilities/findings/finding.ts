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
  withdrawal: Withdrawal | null
}

/** What a finding's digest is taken of. Parts are in the order of their ids, so that the same finding always reads the same. */
export const findingContent = (finding: Omit<Finding, 'withdrawal'>): Json => [
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
]

const ordered = <Part>(parts: readonly Part[], key: (part: Part) => string) => parts.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

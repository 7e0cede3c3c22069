import type { Json } from '#platform/digests.ts'

export const outcomes = ['accepted', 'in part', 'not accepted'] as const
export type Outcome = (typeof outcomes)[number]

export interface Decision {
  id: string
  slug: string
  title: string
  question: string
  decidedBy: string
  decidedOn: string
  draftedAt: Date
  publishedAt: Date | null
}

/** What a decision says to one finding. */
export interface Answer {
  id: string
  decisionId: string
  findingId: string
  outcome: Outcome
  reason: string
  answeredBy: string | null
  answeredAt: Date
}

/** A finding that the decision must answer, and what stands between them. */
export interface PutFinding {
  findingId: string
  surveyId: string | null
  title: string
  claim: string
  contrary: string
  isWithdrawn: boolean
  /** The title of the consultation behind it, where that is not closed yet. */
  stillOpen: string | null
  answer: Answer | null
}

/** What an answer's digest is taken of. */
export const answerContent = (answer: Answer): Json => [
  answer.id,
  answer.decisionId,
  answer.findingId,
  answer.outcome,
  answer.reason,
  answer.answeredBy,
  answer.answeredAt.toISOString(),
]

/** Every reason why this decision cannot be published now; none when it can. */
export function whyNotPublish(decision: Pick<Decision, 'publishedAt'>, findings: readonly PutFinding[]): string[] {
  if (decision.publishedAt) return ['This decision is published already']
  const unanswered = findings.filter(({ answer }) => answer === null).length
  const withdrawn = findings.filter(({ isWithdrawn }) => isWithdrawn).length
  const open = [...new Set(findings.flatMap(({ stillOpen }) => stillOpen ?? []))]
  return [
    findings.length === 0 && 'You can publish when a finding is put to it: there is none yet',
    unanswered > 0 && `You can publish when every finding is answered: ${unanswered} ${unanswered === 1 ? 'is' : 'are'} not`,
    withdrawn > 0 && 'A finding put to it was withdrawn: take it off this decision first',
    ...open.map((title) => `You can publish when “${title}” is closed: people can still respond`),
  ].filter((reason) => reason !== false)
}

const reserved: readonly string[] = ['new', 'all', 'archive', 'search', 'feed', 'feeds', 'page', 'rss', 'atom']

/** True for words that are, or may become, the step after /decisions in an address. */
export const isReserved = (slug: string) => reserved.includes(slug)

/** What the public may see of a thread: records that are published, quotes people agreed to, and counts instead of people. */
export interface PublishedDecision {
  id: string
  slug: string
  title: string
  decidedOn: string
}

export interface PublishedFinding {
  id: string
  title: string
  decisionId: string
  outcome: string
  reason: string
  themes: readonly { id: string; name: string; comments: number }[]
  quotes: readonly { id: string; words: string }[]
}

export interface PublishedChange {
  id: string
  decisionId: string
  findingId: string | null
  title: string
  dueOn: string
  doneOn: string | null
  droppedBecause: string | null
}

/** One thread in public. `told` counts, for each decision, who was told of it and whose message has not left yet. */
export interface PublishedThread {
  subject: string
  decisions: readonly PublishedDecision[]
  findings: readonly PublishedFinding[]
  changes: readonly PublishedChange[]
  told: ReadonlyMap<string, { told: number; waiting: number }>
}

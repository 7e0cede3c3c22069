/** A change as it stands, in public. */
export interface ReplyChange {
  id: string
  decisionId: string
  findingId: string | null
  title: string
  owner: string
  dueOn: string
  doneOn: string | null
  evidence: string | null
  droppedBecause: string | null
}

/** One finding, in public: what people said, and what we did about it or why we did not. */
export interface Reply {
  findingId: string
  title: string
  claim: string
  /** What people said against it, or otherwise. */
  contrary: string
  outcome: string
  reason: string
  quotes: readonly { id: string; words: string; side: 'for' | 'against' }[]
  changes: readonly ReplyChange[]
}

/** A published decision with its reply to each finding. Changes that belong to no one finding stand beside them. */
export interface RepliedDecision {
  id: string
  title: string
  decidedBy: string
  decidedOn: string
  replies: readonly Reply[]
  changes: readonly ReplyChange[]
}

export const isRefusal = ({ outcome }: Pick<Reply, 'outcome'>) => outcome === 'not accepted'

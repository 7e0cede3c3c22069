import type { Json } from '#platform/digests.ts'

/** Something promised because of a decision, followed until it is done or openly dropped. */
export interface Change {
  id: string
  decisionId: string
  findingId: string | null
  title: string
  owner: string
  dueOn: string
  promisedAt: Date
  completion: { evidence: string; doneOn: string } | null
  drop: { reason: string; droppedAt: Date } | null
}

export type ChangeState = 'late' | 'due' | 'done' | 'dropped'

/** Late from the day after it was due. */
export function stateOf(change: Pick<Change, 'dueOn' | 'completion' | 'drop'>, today: string): ChangeState {
  if (change.completion) return 'done'
  if (change.drop) return 'dropped'
  return change.dueOn < today ? 'late' : 'due'
}

export const stateWords: Readonly<Record<ChangeState, string>> = {
  late: 'Late',
  due: 'Not done yet',
  done: 'Done',
  dropped: 'Will not be done',
}

export const isOpen = (change: Pick<Change, 'completion' | 'drop'>) => !change.completion && !change.drop

export type Promised = Pick<Change, 'id' | 'decisionId' | 'findingId' | 'title' | 'owner' | 'dueOn' | 'promisedAt'> & {
  promisedBy: string | null
}

/** What a change's digest is taken of: the promise as it was made. */
export const changeContent = (change: Promised): Json => [
  change.id,
  change.decisionId,
  change.findingId,
  change.title,
  change.owner,
  change.dueOn,
  change.promisedBy,
  change.promisedAt.toISOString(),
]

/** What will be done so that people are heard who have not been, followed until it is done or openly given up. */
export interface OutreachPlan {
  id: string
  /** Whose silence it answers: a survey, a source or a headcount. */
  about: { kind: 'survey' | 'source' | 'headcount'; id: string; title: string }
  who: string
  action: string
  owner: string
  /** 2026-03-10. */
  dueOn: string
  plannedAt: Date
  closure: { done: boolean; told: string; reached: number | null; closedAt: Date } | null
}

export type OutreachState = 'late' | 'due' | 'done' | 'not done'

/** Late from the day after it was due. */
export function stateOf({ closure, dueOn }: Pick<OutreachPlan, 'closure' | 'dueOn'>, today: string): OutreachState {
  if (closure) return closure.done ? 'done' : 'not done'
  return dueOn < today ? 'late' : 'due'
}

export const stateWords: Readonly<Record<OutreachState, string>> = {
  late: 'Late',
  due: 'Not done yet',
  done: 'Done',
  'not done': 'Will not be done',
}

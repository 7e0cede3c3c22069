/** Something in a history that is not as it was when it was sealed. */
export interface Problem {
  /** 'event', 'seal', or a kind of row, as 'contribution'. */
  kind: string
  /** The id of the event or row, or the number of the seal. */
  id: string
  fault: 'changed' | 'removed' | 'slipped in' | 'not checked'
  /** The same in words. */
  says: string
}

export interface Verification {
  ok: boolean
  events: number
  /** The hash of the last seal; null before the first. Whoever kept it can tell this history from any other. */
  head: string | null
  problems: Problem[]
}

/** Enough to see what happened; a history cut to pieces has as many as it has rows. */
const most = 1000

/** Takes down each problem once. */
export function listProblems() {
  const found = new Map<string, Problem>()
  let more = 0
  return {
    add(problem: Problem) {
      const key = `${problem.kind} ${problem.id}`
      if (found.has(key)) return
      if (found.size < most) found.set(key, problem)
      else more += 1
    },
    all(): Problem[] {
      const rest: Problem = { kind: 'history', id: '', fault: 'not checked', says: `And ${more} more` }
      return more > 0 ? [...found.values(), rest] : [...found.values()]
    },
  }
}

export type Problems = ReturnType<typeof listProblems>

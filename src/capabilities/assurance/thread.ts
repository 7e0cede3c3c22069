/** A step of the thread, by what it is and which. */
export interface Step {
  kind: string
  id: string
}

/** Two steps that are joined, in the direction of time: `from` came before `to`. */
export interface Link {
  from: Step
  to: Step
  relation: string
}

export type Direction = 'forward' | 'backward'

/** What follows from one step in one direction, as much of it as a page can show. */
export interface Branch {
  step: Step
  relation: string
  branches: Branch[]
  /** How many more there are of a kind than are shown. */
  more: { kind: string; count: number }[]
}

const atMost = 20
const atLeast = 2

/** The links of a walk as a tree from its start. A step reached twice is shown twice, but what follows from it only once; long rows are cut, and counted. */
export function branchesFrom(
  start: Step,
  links: readonly Link[],
  direction: Direction,
): { branches: Branch[]; more: { kind: string; count: number }[] } {
  const [near, far] = direction === 'forward' ? (['from', 'to'] as const) : (['to', 'from'] as const)
  const byStep = Map.groupBy(links, (link) => link[near].id)
  const opened = new Set<string>()

  const open = (step: Step, beside: number): Pick<Branch, 'branches' | 'more'> => {
    if (opened.has(step.id)) return { branches: [], more: [] }
    opened.add(step.id)
    const limit = Math.max(atLeast, Math.floor(atMost / beside))
    const kinds = [...Map.groupBy(byStep.get(step.id) ?? [], (link) => link[far].kind)]
    const shown = kinds.flatMap(([, found]) => found.slice(0, limit))
    return {
      branches: shown.map((link) => ({ step: link[far], relation: link.relation, ...open(link[far], beside * shown.length) })),
      more: kinds.flatMap(([kind, found]) => (found.length > limit ? [{ kind, count: found.length - limit }] : [])),
    }
  }
  return open(start, 1)
}

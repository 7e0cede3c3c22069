/** A theme that may be missing from a frame. */
export interface Proposal {
  id: string
  name: string
  /** The words that tell its comments from all others, most telling first. */
  terms: string[]
  comments: number
  dismissed: boolean
}

interface Proposed {
  name: string
  ids: readonly string[]
}

/**
 * Without those that somebody dismissed: of the same name, or with half or more of their comments among those of one that was dismissed.
 */
export function unlikeDismissed<One extends Proposed>(found: readonly One[], dismissed: readonly Proposed[]): One[] {
  const known = dismissed.map(({ name, ids }) => ({ name: name.toLowerCase(), ids: new Set(ids) }))
  return found.filter(
    ({ name, ids }) =>
      !known.some((one) => one.name === name.toLowerCase() || ids.filter((id) => one.ids.has(id)).length * 2 >= ids.length),
  )
}

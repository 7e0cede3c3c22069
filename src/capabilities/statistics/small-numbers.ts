/** From 1 to just below the threshold, a number could point at someone. Nought points at nobody. */
export const isSmall = (count: number, threshold: number) => count > 0 && count < threshold

export interface GroupOptions {
  threshold: number
  /** The row above, of which these are the parts, is itself hidden: then its two smallest parts are, or they would add up to it. */
  parentHidden?: boolean
}

/**
 * Which rows of one group are hidden, as NHS England does for the Friends and Family Test.
 *
 * `totals`: one whole number from 0 for each row. Answers one boolean for each row, in the same order: true where the total is small;
 * where exactly one is, also for the next smallest, so that the first is not what is left of the sum of the group; where the parent is
 * hidden, for the two smallest. A row of nought is never hidden. Among equal totals the earlier row is taken.
 */
export function hiddenInGroup(totals: readonly number[], { threshold, parentHidden = false }: GroupOptions): boolean[] {
  const smallestFirst = totals.flatMap((total, row) => (total > 0 ? [row] : [])).sort((a, b) => totals[a]! - totals[b]! || a - b)
  const small = smallestFirst.filter((row) => isSmall(totals[row]!, threshold))
  const atLeast = parentHidden || small.length === 1 ? 2 : 0
  const hidden = new Set([...small, ...smallestFirst.slice(0, atLeast)])
  return totals.map((_, row) => hidden.has(row))
}

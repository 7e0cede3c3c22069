import { hiddenInGroup } from './small-numbers.ts'

export interface CountedRow {
  label: string
  /** A whole number from 0, or '*' where it is already hidden. */
  count: number | '*'
}

export interface PublishOptions {
  /** Whether readers see, here or anywhere, the number that these rows add up to. */
  totalShown: boolean
  /** The smallest number that may be shown. */
  threshold?: number
}

/**
 * The counts of one table or chart as they may be published: each row again, its `count` '*' where it is hidden. A '*' says "hidden so that
 * nobody can be picked out", not "fewer than 5".
 *
 * With `totalShown`, for rows that part a total between them (each person in one row): every number from 1 to just below the threshold
 * is hidden, with enough of the next smallest, equals together, that the hidden numbers are not all the same; where no number but nought
 * would be left, the whole table is hidden. So nobody who has the total and the shown rows, and knows this rule, can say what any hidden
 * number is, nor which of the hidden rows holds which. A table of one row cannot be protected from its own total: a total that is
 * small is hidden by asking for it as a table of its own, with `totalShown: false`.
 *
 * Without `totalShown`, or for rows that overlap (people chose as many as they liked, a comment has several themes): each small number
 * is hidden, and nothing else. Overlapping rows do not add up to the number of people, so no subtraction finds them. Not protected:
 * how many did *not* choose a row (18 of 20 leaves 2), and that everyone did (20 of 20).
 *
 * Neither protects one table from another that counts the same people by something else or at another date: fix the tables that are
 * published, and never publish both a whole and its part. A percentage of a hidden row is its count again: hide it too.
 *
 * The order of the rows does not matter, and doing it twice changes nothing.
 */
export function publishableCounts<Row extends CountedRow>(rows: readonly Row[], { totalShown, threshold = 5 }: PublishOptions): Row[] {
  const counts = rows.flatMap(({ count }) => (count === '*' ? [] : [count]))
  if (!counts.every((count) => count >= 0)) throw new RangeError('A count must be 0 or more')

  const limit = totalShown ? largestHidden(counts, threshold) : threshold - 1
  const isShown = (count: number) => count > limit || (count === 0 && limit !== Infinity)
  return rows.map((row) => (row.count !== '*' && isShown(row.count) ? row : { ...row, count: '*' }))
}

/** The largest number to hide where the total is shown; Infinity when every number is hidden, nought too; 0 when none is. */
function largestHidden(counts: readonly number[], threshold: number): number {
  const flags = hiddenInGroup(counts, { threshold })
  const hidden = counts.filter((_, row) => flags[row])
  if (hidden.length === 0) return 0

  const sizes = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b)
  const largest = Math.max(...hidden)
  // Hidden numbers that are all the same could be read off their sum; two that differ could be either way round.
  const limit = largest === sizes[0] ? (sizes[1] ?? largest) : largest
  return limit === sizes.at(-1) ? Infinity : limit
}

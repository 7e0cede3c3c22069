import { hiddenInGroup, isSmall } from './small-numbers.ts'

/** One body or place: what names it, the codes of those above it included, and its counts. */
export interface Row {
  keys: Record<string, string>
  /** `total`, and the counts that add up to it. */
  input: Counts
}
type Counts = Record<string, number | string | null>

export interface Published {
  keys: Record<string, string>
  published: Counts
}

export interface Suppression {
  /** The smallest total that may be shown. NHS England: 5. */
  threshold: number
  /** What stands where a number is hidden. NHS England: '*'. */
  marker: string
  /** The rows of each level, from the top down: each level's keys begin with those of the level above. */
  levels: Record<string, readonly Row[]>
}

/**
 * What may be published of counts at several levels (commissioner, trust, site, ward) that are all published together.
 *
 * The method is NHS England's for the Friends and Family Test. Within each group (the rows below one row of the level above): a row whose
 * total is from 1 to just below the threshold is hidden; where that is one row alone, the next smallest is hidden with it; below a hidden
 * row its two smallest are hidden. Hidden means that the counts behind the total are replaced by the marker; totals themselves stay, as
 * does nought. Where the counts of the test are given, adds `pct_positive` and `pct_negative`, from 0 to 1 with six decimals, over all
 * answers, "don't know" included: null when there are none, and the marker for a row that is hidden for its own small total.
 *
 * So no hidden count is the difference of shown ones, in its own group or across levels. Two limits belong to the method: a top level
 * with one row alone cannot be protected, and a row hidden for another's sake keeps its percentages, from which sums of the other can
 * be worked out. `publishableCounts` has neither. Rows come back in the order given; which of equal totals is hidden depends on their
 * keys, not on that order. Rows already published pass through unchanged.
 *
 * Source: nhsengland/fft_pipeline, and its cases. Throws RangeError when a total is not a whole number from 0.
 */
export function suppress({ threshold, marker, levels }: Suppression): { levels: Record<string, Published[]> } {
  let above: { names: string[]; hidden: Set<string> } = { names: [], hidden: new Set() }
  const published: Record<string, Published[]> = {}

  for (const [level, rows] of Object.entries(levels)) {
    const hidden = new Set<Row>()
    for (const [parent, group] of Map.groupBy(rows, (row) => nameOf(row, above.names))) {
      const inOrder = group.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
      const flags = hiddenInGroup(inOrder.map(totalOf), { threshold, parentHidden: above.hidden.has(parent) })
      for (const [place, row] of inOrder.entries()) if (flags[place]) hidden.add(row)
    }
    published[level] = rows.map((row) => ({ keys: row.keys, published: publish(row, hidden.has(row), threshold, marker) }))

    const names = Object.keys(rows[0]?.keys ?? {})
    above = { names, hidden: new Set([...hidden].map((row) => nameOf(row, names))) }
  }
  return { levels: published }
}

const nameOf = ({ keys }: Row, names = Object.keys(keys)) => JSON.stringify(names.map((name) => keys[name] ?? null))

function totalOf({ keys, input }: Row): number {
  const { total } = input
  if (typeof total === 'number' && Number.isInteger(total) && total >= 0) return total
  throw new RangeError(`The total of ${Object.values(keys).join(', ')} must be a whole number, 0 or more`)
}

function publish(row: Row, hidden: boolean, threshold: number, marker: string): Counts {
  const counts = { ...row.input, ...ratesOf(row.input) }
  if (!hidden) return counts
  const ratesShown = !isSmall(totalOf(row), threshold)
  const isShown = (name: string) => name === 'total' || (ratesShown && (name === 'pct_positive' || name === 'pct_negative'))
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, isShown(name) ? count : marker]))
}

function ratesOf(input: Counts): Counts {
  const { total, 'Very Good': veryGood, Good: good, Poor: poor, 'Very Poor': veryPoor } = input
  if (![total, veryGood, good, poor, veryPoor].every((count) => typeof count === 'number')) return {}
  const rate = (...counts: unknown[]) => {
    const sum = counts.reduce<number>((all, count) => all + Number(count), 0)
    return total === 0 ? null : Number((sum / Number(total)).toFixed(6))
  }
  return { pct_positive: rate(veryGood, good), pct_negative: rate(poor, veryPoor) }
}

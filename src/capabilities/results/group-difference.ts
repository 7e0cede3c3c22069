import { type Comparison, compareGroups } from '#capabilities/statistics'
import type { CountedCross } from './result-cross.ts'

/** Each row of a table with its groups side by side, each against the first. Numbers are whole: of an unweighted table. */
export const differencesIn = (
  { rows, columns, counts, columnAnswered }: CountedCross,
  sampled: boolean,
): { label: string; groups: Comparison[] }[] =>
  rows.map(({ label }, row) => ({
    label,
    groups: compareGroups(
      columns.map((column, at) => ({ label: column.label, count: counts[row]![at]!, of: columnAnswered[at]! })),
      { sampled },
    ),
  }))

/** "12 points more (small; from 3 to 21)". */
export function differenceInWords({ difference }: Comparison): string {
  if (!difference) return 'too few to say'
  const { points, interval, words } = difference
  const rounded = Math.round(points)
  const how =
    rounded === 0
      ? 'the same, to the point'
      : `${Math.abs(rounded)} ${Math.abs(rounded) === 1 ? 'point' : 'points'} ${rounded > 0 ? 'more' : 'less'}`
  const range = interval && `from ${signed(interval[0])} to ${signed(interval[1])}`
  return `${how} (${[words, range].filter(Boolean).join('; ')})`
}

const signed = (points: number) => `${points < 0 ? '−' : ''}${Math.abs(Math.round(points))}`

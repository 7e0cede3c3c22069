import { differenceOfShares, type Interval } from './proportions.ts'
import { fewestForShares } from './representation.ts'

export type Size = 'none to speak of' | 'small' | 'medium' | 'large'

/**
 * How large the difference between two shares is, whatever the number of people: h = 2 asin √p − 2 asin √q, from −π to π, and J. Cohen's
 * words for it (Statistical Power Analysis, 1988, chapter 6): small from 0.2, medium from 0.5, large from 0.8. `p` and `q` from 0 to 1.
 */
export function sizeOfDifference(p: number, q: number): { h: number; words: Size } {
  if (!(p >= 0 && p <= 1 && q >= 0 && q <= 1)) throw new RangeError(`Shares are from 0 to 1, not ${p} and ${q}`)
  const h = 2 * Math.asin(Math.sqrt(p)) - 2 * Math.asin(Math.sqrt(q))
  const size = Math.abs(h)
  return { h, words: size < 0.2 ? 'none to speak of' : size < 0.5 ? 'small' : size < 0.8 ? 'medium' : 'large' }
}

export interface ComparedGroup {
  label: string
  /** How many of the group chose the option, or spoke of the theme. */
  count: number
  /** How many of the group answered. */
  of: number
}

export interface Comparison extends ComparedGroup {
  /** From 0 to 1; null for a group of fewer than 20. */
  share: number | null
  /** Against the first group; null for that group itself, and where either is of fewer than 20. */
  difference: {
    /** Percentage points above the first group; below, where negative. */
    points: number
    /** Its 95% interval in points; null unless those asked are a random sample. */
    interval: Interval | null
    h: number
    words: Size
  } | null
}

/**
 * Two groups or more side by side on one option or theme, each against the first. An interval is given only where `sampled`: people who
 * chose to answer are no sample, and an interval would claim what nobody knows. Throws RangeError unless counts are whole and no more than `of`.
 */
export function compareGroups(groups: readonly ComparedGroup[], { sampled }: { sampled: boolean }): Comparison[] {
  for (const { label, count, of } of groups)
    if (!(Number.isInteger(count) && Number.isInteger(of) && count >= 0 && count <= of))
      throw new RangeError(`${label} must have a whole number, no more than all of them: not ${count} of ${of}`)
  return groups.map((group, place) => {
    const isEnough = ({ of }: ComparedGroup) => of >= fewestForShares
    const share = isEnough(group) ? group.count / group.of : null
    const first = groups[0]!
    if (place === 0 || share === null || !isEnough(first)) return { ...group, share, difference: null }
    const { difference, interval } = differenceOfShares({ x: group.count, n: group.of }, { x: first.count, n: first.of })
    return {
      ...group,
      share,
      difference: {
        points: 100 * difference,
        interval: sampled ? [100 * interval[0], 100 * interval[1]] : null,
        ...sizeOfDifference(share, first.count / first.of),
      },
    }
  })
}

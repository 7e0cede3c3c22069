import { betaQuantile } from './beta.ts'

/** From and to, as parts of one. */
export type Interval = readonly [low: number, high: number]

/** What a normal distribution exceeds, either way, once in twenty. */
const z = 1.959963984540054

/**
 * Wilson's 95% interval for a share: `x` of `n`, as parts of one. It means something only where those asked are a random sample. Throws
 * RangeError unless x and n are whole numbers, n is 1 or more and x is from 0 to n.
 *
 * Source: E. B. Wilson, 1927; method 3 of R. G. Newcombe, Statistics in Medicine 17:857, 1998.
 */
export function wilsonInterval(x: number, n: number): Interval {
  refuseUnlessShare(x, n)
  return [scoreBound(x / n, n, -1), scoreBound(x / n, n, 1)]
}

/** The same with a correction for continuity, as R's `prop.test` gives it: method 4 of Newcombe. */
export function wilsonCorrected(x: number, n: number): Interval {
  refuseUnlessShare(x, n)
  const shift = Math.min(0.5, Math.abs(x - n / 2)) / n
  return [scoreBound(x / n - shift, n, -1), scoreBound(x / n + shift, n, 1)]
}

/** The exact 95% interval of Clopper and Pearson, 1934: method 5 of Newcombe, and R's `binom.test`. Never too narrow, often too wide. */
export function exactInterval(x: number, n: number): Interval {
  refuseUnlessShare(x, n)
  return [x === 0 ? 0 : betaQuantile(0.025, x, n - x + 1), x === n ? 1 : betaQuantile(0.975, x + 1, n - x)]
}

export interface Share {
  /** How many said it. */
  x: number
  /** Of how many. */
  n: number
}

/**
 * How much larger the first share is than the second, as parts of one, with its 95% interval: method 10 of R. G. Newcombe, Statistics in
 * Medicine 17:873, 1998, from the two Wilson intervals. For two separate groups of a random sample. Throws RangeError as `wilsonInterval`.
 */
export function differenceOfShares(one: Share, other: Share): { difference: number; interval: Interval } {
  const [p, q] = [one.x / one.n, other.x / other.n]
  const [[low, high], [otherLow, otherHigh]] = [wilsonInterval(one.x, one.n), wilsonInterval(other.x, other.n)]
  const difference = p - q
  return { difference, interval: [difference - Math.hypot(p - low, otherHigh - q), difference + Math.hypot(high - p, q - otherLow)] }
}

/** The end of a score interval around a share, on the side of `sign`. */
function scoreBound(share: number, n: number, sign: -1 | 1): number {
  if (share <= 0 && sign < 0) return 0
  if (share >= 1 && sign > 0) return 1
  const half = (z * z) / (2 * n)
  return (share + half + sign * z * Math.sqrt((share * (1 - share)) / n + half / (2 * n))) / (1 + 2 * half)
}

function refuseUnlessShare(x: number, n: number) {
  if (!(Number.isInteger(x) && Number.isInteger(n) && n >= 1 && x >= 0 && x <= n))
    throw new RangeError(`A share needs whole numbers, some of them of 1 or more: not ${x} of ${n}`)
}

import { logGamma } from './gamma.ts'

/**
 * The regularised incomplete beta function I_x(a, b), from 0 to 1, for a and b above 0 and x from 0 to 1: the part of a beta distribution
 * that lies below x. By a continued fraction (W. Press and others, Numerical Recipes, section 6.4). Throws RangeError outside.
 */
export function lowerBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) throw new RangeError(`The incomplete beta function is asked at ${x}, ${a}, ${b}`)
  if (x === 0 || x === 1) return x
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? (scale * fractionOf(x, a, b)) / a : 1 - (scale * fractionOf(1 - x, b, a)) / b
}

/** The x below which the part `p` of a beta distribution lies, by halving: within 1e-15. */
export const betaQuantile = (p: number, a: number, b: number): number => solve((x) => lowerBeta(x, a, b) < p, 0, 1)

/** The value that a Student's t of `df` degrees of freedom exceeds, either way, once in twenty: 1.96 for very many, 12.7 for one. */
export const studentT95 = (df: number): number => solve((t) => lowerBeta(df / (df + t * t), df / 2, 0.5) > 0.05, 0, 13)

/** Where a test turns from true to false between two numbers. */
function solve(isBelow: (x: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let halving = 0; halving < 100; halving++) {
    const middle = (low + high) / 2
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const tiny = 1e-300
const nonZero = (x: number) => (Math.abs(x) < tiny ? tiny : x)

function fractionOf(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let at = 1; at < 100_000; at++) {
    const even = (at * (b - at) * x) / ((a + 2 * at - 1) * (a + 2 * at))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + at) * (a + b + at) * x) / ((a + 2 * at) * (a + 2 * at + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}

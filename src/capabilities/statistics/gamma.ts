// Lanczos's approximation with g = 7 and nine terms: P. Godfrey, 2001. Good to about 15 digits.
const terms = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** The natural logarithm of the gamma function, for x above 0. Throws RangeError otherwise. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`The gamma function is asked at ${x}; it must be above 0`)
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const series = terms.reduce((total, term, at) => (at === 0 ? term : total + term / (x - 1 + at)), 0)
  const shifted = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(series)
}

/**
 * The upper regularised incomplete gamma function Q(a, x), from 0 to 1, for a above 0 and x from 0: the part of a gamma distribution of
 * shape `a` that lies above `x`. By its series below a + 1 and by a continued fraction above (W. Press and others, Numerical Recipes,
 * section 6.2), so that very small answers keep their digits.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) throw new RangeError(`The incomplete gamma function is asked at ${a}, ${x}`)
  if (x === 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - scale * seriesOf(a, x) : scale * fractionOf(a, x)
}

/** The part of a chi-square distribution with `df` degrees of freedom that lies above `x`: the p of a chi-square test. */
export const chiSquareAbove = (x: number, df: number): number => upperGamma(df / 2, x / 2)

function seriesOf(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let at = 1; term > total * 1e-17; at++) {
    term *= x / (a + at)
    total += term
  }
  return total
}

function fractionOf(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let at = 1; at < 10_000; at++) {
    const step = -at * (at - a)
    b += 2
    d = 1 / (step * d + b)
    c = b + step / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return fraction
}

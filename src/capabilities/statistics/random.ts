import { logGamma } from './gamma.ts'

/** Numbers from 0 to just below 1, the same for the same seed: mulberry32, T. Ettinger, 2017. For drawing anew, never for secrets. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How many of `n` tries succeed, each with the chance `p`. Walks outwards from the likeliest number, so that it takes about √n steps. */
function drawBinomial(random: Random, n: number, p: number): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  const odds = p / (1 - p)
  const mode = Math.min(n, Math.floor((n + 1) * p))
  const atMode = Math.exp(logGamma(n + 1) - logGamma(mode + 1) - logGamma(n - mode + 1) + mode * Math.log(p) + (n - mode) * Math.log1p(-p))
  let left = random() - atMode
  let [below, above, chanceBelow, chanceAbove] = [mode, mode, atMode, atMode]
  while (left > 0 && (below > 0 || above < n)) {
    if (above < n) {
      chanceAbove *= ((n - above) / (above + 1)) * odds
      above += 1
      left -= chanceAbove
      if (left <= 0) return above
    }
    if (below > 0) {
      chanceBelow *= below / (n - below + 1) / odds
      below -= 1
      left -= chanceBelow
      if (left <= 0) return below
    }
  }
  return mode
}

/** Draw as many things as there are, with replacement, from kinds of which there are `counts`: how many of each kind come up. */
export function drawAnew(random: Random, counts: Float64Array): Float64Array {
  let things = counts.reduce((all, one) => all + one, 0)
  let left = things
  return counts.map((count) => {
    const drawn = drawBinomial(random, things, left > 0 ? count / left : 0)
    left -= count
    things -= drawn
    return drawn
  })
}

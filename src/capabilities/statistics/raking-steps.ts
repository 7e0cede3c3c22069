/** People who have the same categories and the same weight to start from. */
export interface Group {
  /** The place of their category in each margin. */
  codes: readonly number[]
  count: number
  start: number
}

interface Adjusted {
  weights: number[]
  iterations: number
  trimmed: number
  departure: number
}

const closeEnough = 1e-9
const mostIterations = 2000
const mostTrimmings = 50

/**
 * The steps of raking: adjust the weights to each margin in turn until all hold. With a cap, cut what is above it and rake again, in turn;
 * where margins and cap cannot both hold, the cap does, and `departure` says how far the margins are missed.
 *
 * `targets`: for each margin, the total of each category, all margins with the same sum. Throws RangeError where it does not settle.
 */
export function adjustToMargins(groups: readonly Group[], targets: readonly (readonly number[])[], trim?: number): Adjusted {
  const weights = groups.map(({ start }) => start)
  let iterations = settle(groups, weights, targets)
  if (trim === undefined) return { weights, iterations, trimmed: 0, departure: departureOf(groups, weights, targets) }

  const people = groups.reduce((all, { count }) => all + count, 0)
  const cap = (trim * sumOf(targets[0]!)) / people
  for (let turn = 0; turn < mostTrimmings && cut(groups, weights, cap); turn++) iterations += settle(groups, weights, targets)
  cut(groups, weights, cap)
  const trimmed = groups.reduce((all, { count }, place) => (weights[place]! >= cap * (1 - closeEnough) ? all + count : all), 0)
  return { weights, iterations, trimmed, departure: departureOf(groups, weights, targets) }
}

/** Whether any weight of someone was above the cap; those are now at it. */
function cut(groups: readonly Group[], weights: number[], cap: number): boolean {
  let wasCut = false
  for (const [place, weight] of weights.entries())
    if (weight > cap) {
      if (groups[place]!.count > 0 && weight > cap * (1 + closeEnough)) wasCut = true
      weights[place] = cap
    }
  return wasCut
}

function settle(groups: readonly Group[], weights: number[], targets: readonly (readonly number[])[]): number {
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    let farthest = 0
    for (const [margin, wanted] of targets.entries()) {
      const now = totalsOf(groups, weights, margin, wanted.length)
      const factors = wanted.map((target, code) => (target === 0 || now[code] === 0 ? 1 : target / now[code]!))
      for (const factor of factors) farthest = Math.max(farthest, Math.abs(factor - 1))
      for (const [place, { codes }] of groups.entries()) weights[place]! *= factors[codes[margin]!]!
    }
    if (!Number.isFinite(farthest)) break
    if (farthest < closeEnough) return iteration
  }
  throw new RangeError(
    'The weights do not settle: some combinations that the margins need have nobody in them. Use fewer margins, or join categories',
  )
}

function totalsOf(groups: readonly Group[], weights: readonly number[], margin: number, codes: number): Float64Array {
  const totals = new Float64Array(codes)
  for (const [place, group] of groups.entries()) totals[group.codes[margin]!]! += group.count * weights[place]!
  return totals
}

function departureOf(groups: readonly Group[], weights: readonly number[], targets: readonly (readonly number[])[]): number {
  const all = sumOf(targets[0]!)
  const gaps = targets.flatMap((wanted, margin) => {
    const now = totalsOf(groups, weights, margin, wanted.length)
    return wanted.map((target, code) => Math.abs(now[code]! - target) / all)
  })
  return Math.max(...gaps)
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

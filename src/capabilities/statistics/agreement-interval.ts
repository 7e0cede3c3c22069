import { alphaOf, type Level } from './agreement.ts'
import type { Interval } from './proportions.ts'
import { drawAnew, randomFrom } from './random.ts'
import { type Coded, readUnits, type Units } from './unit-pattern.ts'

const draws = 1000
const seed = 1970

/**
 * Alpha's 95% interval: the units are drawn anew with replacement 1,000 times from a fixed seed, alpha is worked out for each, and the
 * middle 95% of them are kept (a unit bootstrap; A. Zapf and others, BMC Medical Research Methodology 16:93, 2016). The same data give
 * the same interval, always.
 *
 * `codersByUnits` and `level` as for `krippendorffAlpha`. `clusterOf`: where several units belong together, as all themes of one comment,
 * the number of each unit's cluster; then whole clusters are drawn. Null where alpha is not defined; where it is 1, since drawing anew from
 * coders who never differ cannot show how often they would; for fewer than two clusters; and where more than one draw in twenty has a
 * single value in use, for then too little is there to say anything.
 */
export const alphaInterval = (codersByUnits: readonly (readonly Coded[])[], level: Level, clusterOf?: readonly number[]): Interval | null =>
  alphaWithInterval(codersByUnits, level, clusterOf).interval

/** Alpha and its interval, as `krippendorffAlpha` and `alphaInterval` give them, from reading the answers once. */
export function alphaWithInterval(
  codersByUnits: readonly (readonly Coded[])[],
  level: Level,
  clusterOf?: readonly number[],
): { alpha: number | null; interval: Interval | null } {
  const units = readUnits(codersByUnits)
  const alpha = alphaOf(units, level)
  return { alpha, interval: alpha === null || alpha === 1 ? null : intervalOf(units, level, clusterOf) }
}

function intervalOf(units: Units, level: Level, clusterOf?: readonly number[]): Interval | null {
  const kinds = clusterKinds(units, clusterOf)
  const counts = Float64Array.from(kinds, ({ count }) => count)
  if (counts.reduce((all, count) => all + count, 0) < 2) return null

  const random = randomFrom(seed)
  const alphas: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const times = new Float64Array(units.patterns.length)
    for (const [kind, drawn] of drawAnew(random, counts).entries())
      if (drawn > 0) for (const [pattern, held] of kinds[kind]!.held) times[pattern]! += drawn * held
    const alpha = alphaOf(units, level, times)
    if (alpha !== null) alphas.push(alpha)
  }
  if (alphas.length < draws * 0.95) return null
  alphas.sort((one, other) => one - other)
  const at = (part: number) => alphas[Math.round(part * (alphas.length - 1))]!
  return [at(0.025), at(0.975)]
}

/** Which patterns a cluster holds, each with how often. */
type Held = [pattern: number, times: number][]

interface Kind {
  held: Held
  /** How many clusters hold just this. */
  count: number
}

/**
 * Clusters that hold the same patterns, each as often, are one kind; without clusters each unit is its own. Patterns go by what they hold
 * and kinds stand in order, so that the same answers are drawn alike in whatever order they came.
 */
function clusterKinds(units: Units, clusterOf?: readonly number[]): Kind[] {
  const nameOf = units.patterns.map((places) => places.join(' '))
  const known = new Map<string, Kind>()
  if (!clusterOf) for (const [pattern, name] of nameOf.entries()) known.set(name, { held: [[pattern, 1]], count: units.times[pattern]! })
  else
    for (const patterns of patternsByCluster(units, clusterOf)) {
      const held: Held = [...patterns]
      const names = held.map(([pattern, times]) => `${nameOf[pattern]} × ${times}`)
      const name = names.sort().join()
      const kind = known.get(name)
      if (kind) kind.count += 1
      else known.set(name, { held, count: 1 })
    }
  return [...known].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, kind]) => kind)
}

/** For each cluster, which patterns it holds and how often. */
function patternsByCluster({ patternOf }: Units, clusterOf: readonly number[]) {
  const clusters = new Map<number, Map<number, number>>()
  for (const [unit, pattern] of patternOf.entries()) {
    if (pattern < 0) continue
    const held = clusters.get(clusterOf[unit]!) ?? new Map<number, number>()
    clusters.set(clusterOf[unit]!, held.set(pattern, (held.get(pattern) ?? 0) + 1))
  }
  return clusters.values()
}

import { type Coded, readUnits, type Units } from './unit-pattern.ts'

/** How far apart two values are: only whether they differ; by their order; by their difference; by their ratio. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha: how far coders agree beyond what chance would bring. 1 is perfect, 0 is chance, below 0 is worse than chance.
 *
 * `codersByUnits`: one row a coder, one column a unit, null where a coder gave nothing; any number of coders. Numbers, or words, which
 * are nominal only. Null where it is not defined: no unit with two answers, one single value in use (nothing shows that coders can tell
 * it from another), words on any level but nominal, and numbers below nought on the ratio level.
 *
 * The cost grows with the answers, not with their square; on the ratio level also with the square of the number of distinct values.
 *
 * Source: K. Krippendorff, Content Analysis, 4th edition, 2018, chapter 12. Throws RangeError as `readUnits` does.
 */
export const krippendorffAlpha = (codersByUnits: readonly (readonly Coded[])[], level: Level): number | null =>
  alphaOf(readUnits(codersByUnits), level)

/** How many answers stand in units with two or more. */
export const countPairable = ({ patterns, times }: Units): number =>
  patterns.reduce((all, pattern, place) => all + pattern.length * times[place]!, 0)

/** Alpha of units already read; `times` may be other than their own, as when units are drawn anew. */
export function alphaOf(units: Units, level: Level, times = units.times): number | null {
  const { values, patterns } = units
  if (level !== 'nominal' && typeof values[0] === 'string') return null
  if (level === 'ratio' && Number(values[0]) < 0) return null

  const used = new Float64Array(values.length)
  for (const [place, pattern] of patterns.entries()) for (const value of pattern) used[value]! += times[place]!
  const apart = measures[level](values as readonly number[], used)
  let observed = 0
  for (const [place, pattern] of patterns.entries())
    if (times[place]! > 0) observed += (times[place]! * apart.within(pattern)) / (pattern.length - 1)
  const expected = apart.expected() / (sum(used) - 1)
  return expected > 0 ? 1 - observed / expected : null
}

/** Sums of distances over all ordered pairs: of one unit's answers, and of all answers whoever gave them. */
interface Apart {
  within(pattern: Uint32Array): number
  expected(): number
}

const sum = (numbers: Float64Array) => numbers.reduce((all, one) => all + one, 0)

const nominal = (used: Float64Array): Apart => ({
  within(pattern) {
    let alike = 0
    for (let from = 0, to = 0; from < pattern.length; from = to) {
      while (to < pattern.length && pattern[to] === pattern[from]) to++
      alike += (to - from) ** 2
    }
    return pattern.length ** 2 - alike
  },
  expected: () => sum(used) ** 2 - used.reduce((all, count) => all + count ** 2, 0),
})

/** Over all ordered pairs, squared differences add up to twice the number times the squared distances from the mean. */
const squares = (at: (value: number) => number, used: Float64Array): Apart => ({
  within(pattern) {
    let mean = 0
    for (const value of pattern) mean += at(value) / pattern.length
    let spread = 0
    for (const value of pattern) spread += (at(value) - mean) ** 2
    return 2 * pattern.length * spread
  },
  expected() {
    const all = sum(used)
    const mean = used.reduce((total, count, value) => total + (count * at(value)) / all, 0)
    return 2 * all * used.reduce((total, count, value) => total + count * (at(value) - mean) ** 2, 0)
  },
})

/** The ordinal distance of two values is the squared difference of their middle ranks among all answers. */
function ordinal(used: Float64Array): Apart {
  const ranks = new Float64Array(used.length)
  let before = 0
  for (const [value, count] of used.entries()) {
    ranks[value] = before + count / 2
    before += count
  }
  return squares((value) => ranks[value]!, used)
}

const ratio = (values: readonly number[], used: Float64Array): Apart => {
  const distance = (one: number, other: number) =>
    one === other ? 0 : ((values[one]! - values[other]!) / (values[one]! + values[other]!)) ** 2
  return {
    within(pattern) {
      let total = 0
      for (let one = 0; one < pattern.length; one++)
        for (let other = 0; other < one; other++) total += distance(pattern[one]!, pattern[other]!)
      return 2 * total
    },
    expected() {
      let total = 0
      for (let one = 0; one < used.length; one++)
        for (let other = 0; other < one; other++) total += used[one]! * used[other]! * distance(one, other)
      return 2 * total
    },
  }
}

const measures: Record<Level, (values: readonly number[], used: Float64Array) => Apart> = {
  nominal: (_, used) => nominal(used),
  ordinal: (_, used) => ordinal(used),
  interval: (values, used) => squares((value) => values[value]!, used),
  ratio,
}

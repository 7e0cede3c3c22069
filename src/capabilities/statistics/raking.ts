import { adjustToMargins, type Group } from './raking-steps.ts'

/** For each thing people are weighted by, how many of the population are in each of its categories: `{ age: { Under50: 4100, Over50: 3900 } }`. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>

export interface Raking {
  /** One for each row or cell, in the order given. They add up to the first margin's total. */
  weights: readonly number[]
  /** How much the weights cost: the variance of a mean is so many times as large. 1 is nothing. n × Σw² ÷ (Σw)², L. Kish, 1965. */
  kishEffect: number
  /** How many equally weighted people would say as much: n ÷ the effect. */
  effectiveSize: number
  largest: number
  /** The largest weight over the mean weight. */
  largestOverMean: number
  /** How often every margin was adjusted. */
  iterations: number
  /** How many people's weight was cut to the cap. */
  trimmed: number
  /** How far a category is from its margin after trimming, at most, as a part of the total; about nought without. */
  departure: number
}

interface Options {
  margins: Margins
  /** The largest weight allowed, as a multiple of the mean weight: above 1, often 5. Weights are then cut and raked again in turn. */
  trim?: number | undefined
}

/**
 * Weights that make a set of people match a population on several margins at once: raking, or iterative proportional fitting (W. E. Deming
 * and F. F. Stephan, 1940). `rows`: the category of each person for each margin; `base`: a weight for each to start from, above 0.
 *
 * Margins may be counts or shares, and their totals may differ by a part in a thousand, as rounded tables do: each is brought to the
 * first one's total. Ends when every category is within a part in 10⁹ of its margin.
 *
 * Throws RangeError, in words for a person, where it cannot be done: no rows or no margins; a row's category is not in the margin; a
 * category that has people in the population has none here; the totals contradict; a total is negative or not a number; it does not settle.
 */
export function rake({
  rows,
  base,
  ...options
}: Options & { rows: readonly Readonly<Record<string, string>>[]; base?: readonly number[] | undefined }) {
  if (base && base.length !== rows.length) throw new RangeError(`There are ${rows.length} rows and ${base.length} weights to start from`)
  const places = new Map<string, number>()
  const groups: Group[] = []
  const groupOf = rows.map((values, row) => {
    const start = base?.[row] ?? 1
    const codes = codesOf(values, options.margins, `Row ${row + 1}`)
    const key = `${codes.join()} ${start}`
    const place = places.get(key) ?? groups.push({ codes, count: 0, start }) - 1
    places.set(key, place)
    groups[place]!.count += 1
    return place
  })
  const { weights, ...raking } = rakeGroups(groups, options)
  return { weights: groupOf.map((place) => weights[place]!), ...raking } satisfies Raking
}

/**
 * The same where people are known only as counts of each combination of categories, as equality answers are: one weight for each cell, for
 * every person in it. A cell of nought gets a weight as if someone were in it, and changes nothing.
 */
export function rakeCells({
  cells,
  ...options
}: Options & { cells: readonly { values: Readonly<Record<string, string>>; count: number }[] }): Raking {
  const groups = cells.map(({ values, count }, cell) => {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`Cell ${cell + 1} must count a whole number of people, not ${count}`)
    return { codes: codesOf(values, options.margins, `Cell ${cell + 1}`), count, start: 1 }
  })
  return rakeGroups(groups, options)
}

function rakeGroups(groups: readonly Group[], { margins, trim }: Options): Raking {
  const n = groups.reduce((all, { count }) => all + count, 0)
  if (n === 0) throw new RangeError('There is nobody to weight')
  if (trim !== undefined && !(trim > 1)) throw new RangeError(`The cap on weights must be more than 1 times the mean weight, not ${trim}`)
  refuseUnusual(groups)
  const targets = targetsOf(margins)
  refuseEmpty(groups, margins)

  const { weights, ...steps } = adjustToMargins(groups, targets, trim)
  const sum = (of: (weight: number) => number) => groups.reduce((all, { count }, place) => all + count * of(weights[place]!), 0)
  const total = sum((weight) => weight)
  const kishEffect = (n * sum((weight) => weight ** 2)) / total ** 2
  const largest = groups.reduce((most, { count }, place) => (count > 0 ? Math.max(most, weights[place]!) : most), 0)
  return { weights, kishEffect, effectiveSize: n / kishEffect, largest, largestOverMean: (largest * n) / total, ...steps }
}

function codesOf(values: Readonly<Record<string, string>>, margins: Margins, who: string): number[] {
  return Object.entries(margins).map(([margin, totals]) => {
    const value = values[margin]
    if (value === undefined || value === '') throw new RangeError(`${who} has no value for ${margin}: leave it out, or give it one`)
    const code = Object.keys(totals).indexOf(value)
    if (code < 0) throw new RangeError(`${who} has “${value}” for ${margin}, which is not in that margin`)
    return code
  })
}

/** The share of the first margin's total that each category of each margin is to have. */
function targetsOf(margins: Margins): number[][] {
  const names = Object.keys(margins)
  if (names.length === 0) throw new RangeError('There is no margin to weight to')
  const totals = Object.entries(margins).map(([margin, counts]) => {
    for (const [value, count] of Object.entries(counts))
      if (!(Number.isFinite(count) && count >= 0))
        throw new RangeError(`The total of “${value}” in ${margin} must be a number from 0, not ${count}`)
    return Object.values(counts).reduce((all, count) => all + count, 0)
  })
  for (const [place, total] of totals.entries()) {
    if (total === 0) throw new RangeError(`The totals of ${names[place]} add up to nothing`)
    if (Math.abs(total / totals[0]! - 1) > 0.001)
      throw new RangeError(`The margins contradict each other: ${names[0]} adds up to ${totals[0]} and ${names[place]} to ${total}`)
  }
  return Object.values(margins).map((counts, place) => Object.values(counts).map((count) => (count * totals[0]!) / totals[place]!))
}

function refuseUnusual(groups: readonly Group[]) {
  for (const { start } of groups)
    if (!(Number.isFinite(start) && start > 0)) throw new RangeError(`A weight to start from must be a number above 0, not ${start}`)
}

function refuseEmpty(groups: readonly Group[], margins: Margins) {
  for (const [place, [margin, totals]] of Object.entries(margins).entries())
    for (const [code, [value, total]] of Object.entries(totals).entries()) {
      const isHere = groups.some(({ codes, count }) => count > 0 && codes[place] === code)
      if (total > 0 && !isHere)
        throw new RangeError(`Nobody here has “${value}” for ${margin}, so no weight can make up for them: join it with another category`)
      if (total === 0 && isHere)
        throw new RangeError(
          `The margin says that nobody in the population has “${value}” for ${margin}, and someone here does: leave them out, or correct the margin`,
        )
    }
}

import { chiSquareAbove } from './gamma.ts'

/** Fewer than these, and a percentage says more than is known: twelve people say twelve. */
export const fewestForShares = 20

export interface PopulationGroup {
  label: string
  /** How many of the people looked at are in it: a whole number. */
  count: number
  /** How many of the population are. */
  population: number
}

export interface RepresentedGroup extends PopulationGroup {
  /** Its part of the people looked at, from 0 to 1; null where they are too few. */
  share: number | null
  /** Its part of the population, from 0 to 1. */
  populationShare: number
  /** Percentage points by which the share is above the population's. */
  gap: number | null
  /** The share over the population's: 1 is alike, 0.5 is half as many as there would be. Null too where the population has none. */
  index: number | null
  /** How far the count is from what the population would bring, in standard deviations; beyond ±2 is unlikely by chance in a random sample. */
  residual: number | null
}

export interface Representation {
  groups: readonly RepresentedGroup[]
  people: number
  population: number
  /** Fewer than 20 people: show their number, and no percentage. */
  tooFewForShares: boolean
  /** Whether the people differ from the population by more than chance; or why that cannot be said. */
  chiSquare: { value: number; df: number; p: number } | { notValid: string }
  /** The part of the people who would have to be in another group for the shares to be alike: 0 to 1. Null where they are too few. */
  dissimilarity: number | null
  /** How large the difference is, 0 to 1 and more: √(χ² ÷ (n × (groups − 1))). Null where they are too few. */
  cramersV: number | null
}

/**
 * A set of people held against a population, group by group. Chi-square is the goodness of fit of K. Pearson, 1900, given only where every
 * expected count is 5 or more, and even then it speaks of chance as in a random sample: who chose to answer is not one. The residual is
 * standardised, (observed − expected) ÷ √(n p (1 − p)), as R's `chisq.test` has it.
 *
 * Throws RangeError for fewer than two groups, counts that are not whole numbers from 0, and a population that is nobody, negative or not a number.
 */
export function represent(groups: readonly PopulationGroup[]): Representation {
  refuseUnusual(groups)
  const people = sumOf(groups.map(({ count }) => count))
  const population = sumOf(groups.map((group) => group.population))
  const tooFewForShares = people < fewestForShares
  const unlessFew = <Value>(value: Value) => (tooFewForShares ? null : value)
  const held = groups.map((group) => {
    const part = group.population / population
    const share = group.count / people
    return {
      ...group,
      share: unlessFew(share),
      populationShare: part,
      gap: unlessFew(100 * (share - part)),
      index: part === 0 ? null : unlessFew(share / part),
      residual: part === 0 || part === 1 ? null : unlessFew((group.count - people * part) / Math.sqrt(people * part * (1 - part))),
    }
  })
  const value = sumOf(groups.map(({ count }, at) => distance(count, people * held[at]!.populationShare)))
  const notValid = whyNotValid(groups, people, population)
  const df = groups.length - 1
  return {
    groups: held,
    people,
    population,
    tooFewForShares,
    chiSquare: notValid ? { notValid } : { value, df, p: chiSquareAbove(value, df) },
    dissimilarity: unlessFew(sumOf(held.map(({ gap }) => Math.abs(gap ?? 0))) / 200),
    cramersV: Number.isFinite(value) ? unlessFew(Math.sqrt(value / (people * df))) : null,
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const distance = (observed: number, expected: number) => (observed === expected ? 0 : (observed - expected) ** 2 / expected)

function whyNotValid(groups: readonly PopulationGroup[], people: number, population: number): string | null {
  if (people < fewestForShares) return `There are only ${people} people: too few to test`
  const least = groups.toSorted((one, other) => one.population - other.population)[0]!
  const expected = (people * least.population) / population
  if (expected >= 5) return null
  const shown = expected.toFixed(1)
  return `A test needs at least 5 people to be expected in every group, and for ${least.label} it would be ${shown}`
}

function refuseUnusual(groups: readonly PopulationGroup[]) {
  if (groups.length < 2) throw new RangeError('People are held against a population in two groups or more')
  for (const { label, count, population } of groups) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`The count of ${label} must be a whole number from 0, not ${count}`)
    if (!(Number.isFinite(population) && population >= 0))
      throw new RangeError(`The population of ${label} must be a number from 0, not ${population}`)
  }
  if (groups.every(({ population }) => population === 0)) throw new RangeError('The population has nobody in it')
}

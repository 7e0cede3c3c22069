import type { Group } from './result-cross.ts'

/** How to weight those who answered to a population, by what they said of themselves. */
export interface Weighting {
  id: string
  title: string
  /** The keys of the questions that it goes by. */
  characteristics: readonly string[]
  /** What people said of each, by its key, and how much one of them counts. Who is in no cell is left out. */
  cells: readonly { values: Readonly<Record<string, string>>; weight: number }[]
  kishEffect: number
  effectiveSize: number
  largest: number
  responses: number
  baselineTitles: readonly string[]
}

/**
 * The same groups with their counts times the weight of their cell; those in no cell are left out. What was said of each characteristic is
 * in `given` from the place `from` on, in the order of the weighting. A sum over cells: nobody has a weight of their own anywhere.
 */
export function weighted(groups: readonly Group[], { characteristics, cells }: Weighting, from: number): Group[] {
  const weights = new Map(cells.map(({ values, weight }) => [keyOf(characteristics.map((key) => values[key] ?? '')), weight]))
  const known = characteristics.map((key) => new Set(cells.flatMap(({ values }) => values[key] || [])))
  return groups.map((group) => {
    const said = characteristics.map((_, at) => group.given[from + at]?.find((choice) => known[at]?.has(choice)) ?? '')
    return { ...group, count: group.count * (weights.get(keyOf(said)) ?? 0) }
  })
}

const keyOf = (values: readonly string[]) => JSON.stringify(values)

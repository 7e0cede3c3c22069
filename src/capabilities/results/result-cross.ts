import type { Option } from '#capabilities/surveys'
import type { Dimension } from './dimension.ts'

/** What is to be counted, by the names of dimensions: 'question:q3', 'theme:…', 'equality:equality-age', 'channel', 'decile'. */
export interface Crossing {
  rows: string
  /** Beside one another; null for everyone in one column. */
  by: string | null
  only: readonly Filter[]
}

/** Responses with any of these values alone. Several filters leave those that each of them leaves. */
export interface Filter {
  of: string
  values: readonly string[]
}

/** One table of counts, in responses. */
export interface CountedCross {
  rows: readonly Option[]
  /** One, called 'Everyone', where nothing is beside another. */
  columns: readonly Option[]
  /** By row, then column: how many are in both. Where one response may be in several rows or columns, they come to more than there are. */
  counts: readonly (readonly number[])[]
  /** For each row: of those in it, how many are in any column. */
  rowAnswered: readonly number[]
  /** For each column: of those in it, how many are in any row. What the shares of its numbers are out of. */
  columnAnswered: readonly number[]
  /** How many are in any row; in any row and any column; and how many there are, whether they answered or not, after the filters. */
  answered: number
  answeredBoth: number
  asked: number
  /** A response may be in more than one row, or column. */
  several: { rows: boolean; columns: boolean }
}

/** Responses that said the same: for each dimension the choices, null where nothing was said of it. */
export interface Group {
  given: readonly (readonly string[] | null)[]
  /** How many there are, or how much they weigh. */
  count: number
}

export const everyone: Option = { value: '', label: 'Everyone' }

/** In which rows of a dimension each group is. */
export interface Placed {
  dimension: Pick<Dimension, 'several'>
  options: readonly Option[]
  /** For each group the places of its rows among the options; null where it said nothing of the dimension. */
  places: readonly (readonly number[] | null)[]
}

/** Everyone in one row. */
export const together = (groups: readonly Group[]): Placed => ({
  dimension: { several: false },
  options: [everyone],
  places: groups.map(() => [0]),
})

/** Where each group stands in a dimension, whose choices are at this place of what they gave. */
export function placed(groups: readonly Group[], dimension: Dimension, at: number): Placed {
  const counts: Record<string, number> = {}
  for (const { given, count } of groups) for (const choice of given[at] ?? []) counts[choice] = (counts[choice] ?? 0) + count
  const options = dimension.rows(counts)
  const placeOf = new Map(options.map(({ value }, place) => [value, place]))
  const within = new Map(
    Object.keys(counts).map((choice) => [choice, dimension.within(choice, options).flatMap((value) => placeOf.get(value) ?? [])]),
  )
  return {
    dimension,
    options,
    places: groups.map(({ given }) => {
      const choices = given[at]
      if (!choices) return null
      const found = choices.length === 1 ? within.get(choices[0]!)! : [...new Set(choices.flatMap((choice) => within.get(choice) ?? []))]
      // Words that were read and speak of no theme were read all the same.
      return found.length > 0 || dimension.held.in === 'codings' ? found : null
    }),
  }
}

/** The table of one dimension by another, of those groups alone that are in `among`. Counts are sums of the groups' counts. */
export function crossOf(
  groups: readonly Group[],
  down: Placed,
  across: Placed,
  among: (group: number) => boolean = () => true,
): CountedCross {
  const counts = down.options.map(() => across.options.map(() => 0))
  const rowAnswered = down.options.map(() => 0)
  const columnAnswered = across.options.map(() => 0)
  const sums = { answered: 0, answeredBoth: 0, asked: 0 }
  for (const [at, { count }] of groups.entries()) {
    if (!among(at)) continue
    const [inRows, inColumns] = [down.places[at], across.places[at]]
    sums.asked += count
    if (inRows) sums.answered += count
    if (inRows && inColumns) sums.answeredBoth += count
    if (inColumns) for (const row of inRows ?? []) rowAnswered[row]! += count
    if (inRows) for (const column of inColumns ?? []) columnAnswered[column]! += count
    for (const row of inRows ?? []) for (const column of inColumns ?? []) counts[row]![column]! += count
  }
  const several = { rows: down.dimension.several, columns: across.dimension.several }
  return { rows: down.options, columns: across.options, counts, rowAnswered, columnAnswered, ...sums, several }
}

/** The places of the columns that hold anyone. */
export const peopledColumns = ({ columnAnswered }: Pick<CountedCross, 'columnAnswered'>): number[] =>
  columnAnswered.flatMap((answered, place) => (answered > 0 ? [place] : []))

/** The same table with these columns alone. */
export const withColumns = (cross: CountedCross, places: readonly number[]): CountedCross => ({
  ...cross,
  columns: places.map((place) => cross.columns[place]!),
  counts: cross.counts.map((row) => places.map((place) => row[place] ?? 0)),
  columnAnswered: places.map((place) => cross.columnAnswered[place] ?? 0),
})

import { type Ballot, bordaScores, firstPreferences } from '#capabilities/statistics'
import type { Option, Question } from '#capabilities/surveys'
import type { Group } from './result-cross.ts'

/** What came of putting things in order, counted in two ways that can differ. */
export interface RankedThing {
  label: string
  /** How many put it first. */
  firsts: number
  /** Borda's points, and for each order from 0, always last, to the number of things less one, always first. */
  points: number
  mean: number
}

export interface Ranked {
  key: string
  text: string
  /** How many put anything in order. */
  orders: number
  things: readonly RankedThing[]
}

/** The things of a ranking, most points first. `groups` hold orders as 'thing:place', first in `given`; null where nobody gave one. */
export function rankedThings({ key, text, options = [] }: Question, groups: readonly Group[]): Ranked | null {
  const ballots: Ballot[] = groups.map(({ given, count }) => ({ ranked: inOrder(given[0] ?? []), count }))
  const orders = ballots.reduce((sum, { ranked, count }) => sum + (ranked.length > 0 ? count : 0), 0)
  if (orders === 0) return null
  const known = withRanked(options, ballots)
  const values = known.map(({ value }) => value)
  const firsts = new Map(firstPreferences(ballots, values).firsts.map(({ option, count }) => [option, count]))
  return {
    key,
    text,
    orders,
    things: bordaScores(ballots, values).map(({ option, points, mean }) => ({
      label: known.find(({ value }) => value === option)?.label ?? option,
      firsts: firsts.get(option) ?? 0,
      points,
      mean: mean ?? 0,
    })),
  }
}

function inOrder(choices: readonly string[]): string[] {
  const placed = choices.map((choice) => {
    const at = choice.lastIndexOf(':')
    return { thing: choice.slice(0, at), place: Number(choice.slice(at + 1)) }
  })
  return [...new Set(placed.toSorted((one, other) => one.place - other.place).map(({ thing }) => thing))]
}

/** With what is offered no longer and was put in order while it was. */
const withRanked = (options: readonly Option[], ballots: readonly Ballot[]): Option[] => {
  const gone = new Set(ballots.flatMap(({ ranked }) => ranked).filter((thing) => !options.some(({ value }) => value === thing)))
  return [...options, ...[...gone].map((value) => ({ value, label: value }))]
}

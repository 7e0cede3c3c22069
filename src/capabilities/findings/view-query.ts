import { type Crossing, readAddress } from '#capabilities/results'

/** The address of a view of the results, or what follows its question mark, without what says nothing about the numbers. */
export const queryOf = (typed: string) => typed.slice(typed.indexOf('?') + 1).replace(/#.*$/, '')

/**
 * What a view counts: one thing, beside a second or for groups, of those that its filters let through. Null where it says nothing to count,
 * or three things at once, which is more than one table.
 */
export function crossingOf(query: string): Crossing | null {
  const { rows, with: beside, by, only } = readAddress(query)
  return !rows || (beside && by) ? null : { rows, by: beside ?? by, only }
}

import type { Crossing } from '#capabilities/results'

/** The address of a view of the results, or what follows its question mark, without what says nothing about the numbers. */
export const queryOf = (typed: string) => typed.slice(typed.indexOf('?') + 1).replace(/#.*$/, '')

/**
 * What a view counts: one thing, beside a second or for groups, of those that its filters let through. Null where it says nothing to count,
 * or three things at once, which is more than one table.
 */
export function crossingOf(query: string): Crossing | null {
  const said = new URLSearchParams(query)
  const [rows, beside, by] = ['rows', 'with', 'by'].map((name) => said.getAll(name).at(-1) || null)
  if (!rows || (beside && by)) return null
  const only = new Map<string, string[]>()
  for (const filter of said.getAll('only')) {
    const [of, value] = [filter.slice(0, Math.max(0, filter.indexOf('='))), filter.slice(filter.indexOf('=') + 1)]
    if (of && value) only.set(of, [...(only.get(of) ?? []), value])
  }
  return { rows, by: beside ?? by ?? null, only: [...only].map(([of, values]) => ({ of, values })) }
}

import type { Body } from '#platform/forms.ts'
import type { Filter } from './result-cross.ts'

/** A way of looking at results. Its address says all of it, and brings it back. */
export interface View {
  /** One thing looked at alone; null for everything. */
  rows: string | null
  /** A second thing beside it. */
  with: string | null
  /** The groups that it is shown for. */
  by: string | null
  only: readonly Filter[]
  weighted: boolean
}

const last = (value: Body[string] | undefined) => [value ?? ''].flat().at(-1) || null

/** What an address asks to see. Filters are 'channel=web', one for each value; those of one thing let each other through. */
export function readView(query: Body): View {
  const only = new Map<string, string[]>()
  const [rows, beside, by] = [last(query.rows), last(query.with), last(query.by)]
  for (const filter of [query.only ?? []].flat()) {
    const at = filter.indexOf('=')
    const [of, value] = [filter.slice(0, at), filter.slice(at + 1)]
    if (at > 0 && value && !only.get(of)?.includes(value)) only.set(of, [...(only.get(of) ?? []), value])
  }
  return {
    rows,
    // Where there is one thing alone there is nothing to be third; what everything is shown by is called the groups.
    with: rows === null ? null : beside,
    by: rows === null ? (by ?? beside) : by,
    only: [...only].map(([of, values]) => ({ of, values })),
    weighted: last(query.weighted) === '1',
  }
}

/** The same from an address as it was kept, 'by=channel&only=…'. */
export const readAddress = (query: string): View => readView(partsOf(query))

/** An address after its question mark, as a browser sends it. */
export function partsOf(query: string): Body {
  const said = new URLSearchParams(query)
  return Object.fromEntries([...new Set(said.keys())].map((name) => [name, said.getAll(name)]))
}

/** The same view as an address says it, without its question mark; '' for everything. */
export function writeView(view: Partial<View>): string {
  const said = new URLSearchParams()
  for (const name of ['rows', 'with', 'by'] as const) if (view[name]) said.append(name, view[name])
  for (const { of, values } of view.only ?? []) for (const value of values) said.append('only', `${of}=${value}`)
  if (view.weighted) said.append('weighted', '1')
  return said.toString()
}

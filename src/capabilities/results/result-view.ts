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

/**
 * What an address asks to see. Its filters are one word, as 'channel=web|channel=paper': of an address each name is read once. A form has
 * each by itself, as only1, only2. Values of one thing let each other through.
 */
export function readView(query: Body): View {
  const [rows, beside, by] = [last(query.rows), last(query.with), last(query.by)]
  const typed = Object.keys(query)
    .filter((name) => /^only\d+$/.test(name))
    .flatMap((name) => query[name] ?? [])
  return {
    rows,
    // Where there is one thing alone there is nothing to be third; what everything is shown by is called the groups.
    with: rows === null ? null : beside,
    by: rows === null ? (by ?? beside) : by,
    only: filtersIn([...(last(query.only) ?? '').split('|').map(unmarked), ...typed]),
    weighted: last(query.weighted) === '1',
  }
}

function filtersIn(filters: readonly string[]): Filter[] {
  const only = new Map<string, string[]>()
  for (const filter of filters) {
    const at = filter.indexOf('=')
    const [of, value] = [filter.slice(0, at), filter.slice(at + 1)]
    if (at > 0 && value && !only.get(of)?.includes(value)) only.set(of, [...(only.get(of) ?? []), value])
  }
  return [...only].map(([of, values]) => ({ of, values }))
}

/** The same from an address as it was kept, 'by=channel&only=…'. */
export const readAddress = (query: string): View => readView(partsOf(query))

/** An address after its question mark, as a browser sends it. */
export const partsOf = (query: string): Body => Object.fromEntries(new URLSearchParams(query))

/** The same view as an address says it, without its question mark; '' for everything. */
export function writeView(view: Partial<View>): string {
  const said = new URLSearchParams()
  for (const name of ['rows', 'with', 'by'] as const) if (view[name]) said.append(name, view[name])
  const filters = (view.only ?? []).flatMap(({ of, values }) => values.map((value) => marked(`${of}=${value}`)))
  if (filters.length > 0) said.append('only', filters.join('|'))
  if (view.weighted) said.append('weighted', '1')
  return said.toString()
}

// What is said in one word with others must not hold what parts them.
const marked = (filter: string) => filter.replaceAll('%', '%25').replaceAll('|', '%7C')
const unmarked = (filter: string) => filter.replaceAll('%7C', '|').replaceAll('%25', '%')

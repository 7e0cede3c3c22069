export const periodKinds = ['bank holiday', 'holiday', 'pre-election'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Days that planning must know of, both ends included, as 2026-12-20. */
export interface Period {
  /** What it is known by for ever, whoever changes it. */
  key: string
  kind: PeriodKind
  name: string
  from: string
  to: string
  /** Where it is from: a source, or the reason of whoever wrote it here. */
  reason: string
}

export const periodKindNames: Readonly<Record<PeriodKind, string>> = {
  'bank holiday': 'Bank holiday',
  holiday: 'Holiday time',
  'pre-election': 'Pre-election period',
}

export interface Days {
  from: string
  to: string
}

/** True where they share a day. */
export const overlap = (one: Days, other: Days) => one.from <= other.to && other.from <= one.to

/** Whole days from the first to the last, both counted. */
export const daysIn = ({ from, to }: Days) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

/** A commissioner's own word on a period; without dates it is none here. */
export interface PeriodWritten {
  key: string
  kind: PeriodKind
  name: string
  from: string | null
  to: string | null
  reason: string
}

/** The periods that count: those of reference/, with what a commissioner wrote over them or added. By their first day. */
export function periodsFrom(reference: readonly Period[], written: readonly PeriodWritten[]): Period[] {
  const changed = new Set(written.map(({ key }) => key))
  const own = written.flatMap(({ from, to, ...rest }) => (from === null || to === null ? [] : [{ ...rest, from, to }]))
  return [...reference.filter(({ key }) => !changed.has(key)), ...own].sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** Of two dates the first, and the last. */
export const firstOf = (one: string, other: string) => [one, other].sort()[0] as string
export const lastOf = (one: string, other: string) => [one, other].sort()[1] as string

import type { CalendarEntry } from '#platform/slots.ts'
import { type Days, daysIn } from './period.ts'

/** Something with dates, and how we come to know of it: our own, another commissioner's of this installation, or from a feed. */
export interface Planned extends CalendarEntry {
  from: 'us' | 'another commissioner' | 'a feed'
}

/** What this commissioner put into its calendar by hand. */
export interface OwnEntry {
  id: string
  title: string
  startsOn: string
  endsOn: string
  communities: readonly string[]
  /** True where everyone is told of it, and not our staff alone. */
  shared: boolean
}

export const planOf = ({ startsOn, endsOn }: Pick<CalendarEntry, 'startsOn' | 'endsOn'>): Days => ({ from: startsOn, to: endsOn })

/** Names of communities as typed, one on a line or between commas: each once, however it is written. */
export function communitiesTyped(text: string): string[] {
  const known = new Map<string, string>()
  for (const name of text.split(/[\n,;]/)) {
    const tidy = name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
    if (tidy !== '' && !known.has(communityKey(tidy))) known.set(communityKey(tidy), tidy)
  }
  return [...known.values()]
}

/** Two people mean the same community with capitals and without. */
export const communityKey = (name: string) => name.toLocaleLowerCase('en-GB')

/** The first and last day of the quarter of a year that a date is in. */
export function quarterOf(date: string): Days {
  const year = Number(date.slice(0, 4))
  const first = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3
  return { from: monthStart(year, first), to: dayBefore(monthStart(year, first + 3)) }
}

/** The months a quarter has, each with its first and last day. */
export function monthsOf({ from }: Days): Days[] {
  const [year = 0, month = 1] = from.split('-').map(Number)
  return [0, 1, 2].map((later) => ({ from: monthStart(year, month - 1 + later), to: dayBefore(monthStart(year, month + later)) }))
}

/** Where something stands in a span of days, as parts of its length from 0 to 1; what begins before or ends after is cut off there. */
export function placeIn(span: Days, days: Days): { start: number; length: number } {
  const whole = daysIn(span)
  const start = Math.max(0, daysIn({ from: span.from, to: days.from }) - 1)
  const end = Math.min(whole, daysIn({ from: span.from, to: days.to }))
  return { start: start / whole, length: Math.max(0, end - start) / whole }
}

const monthStart = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
const dayBefore = (date: string) => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)

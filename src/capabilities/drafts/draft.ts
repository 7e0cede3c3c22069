import { hashOf } from '#platform/ids.ts'
import { addDays, londonDate } from '#platform/time.ts'

/** How long saved answers are kept where nothing closes sooner, and how long before their end we say so. */
const days = { kept: 30, warned: 3 }

export const lastsUntil = (today: string) => addDays(today, days.kept)
/** The expiries to warn of today: up to this day. */
export const warnsOf = (today: string) => addDays(today, days.warned)

/** The last day on which what is saved today can be opened: 30 days on, or the last day of the survey where that is sooner. */
export function lastDay(today: string, closesOn: string | null): string {
  const until = lastsUntil(today)
  return closesOn !== null && closesOn < until ? closesOn : until
}

const hour = 3_600_000

/** A moment to the hour, so that nobody is told from others by it. */
export const hourOf = (moment: Date) => new Date(Math.floor(moment.getTime() / hour) * hour)

/** The first midnight in London after a day, looked for where it can be: an hour before or at midnight in UTC. */
export function endOf(day: string): Date {
  const midnight = new Date(`${addDays(day, 1)}T00:00:00Z`)
  const before = new Date(midnight.getTime() - hour)
  return londonDate(before) === day ? midnight : before
}

/** What leads from the secret of a link to the draft, and in another way to the address: with both hashes side by side nobody can tell that they belong together. */
export const keysOf = (token: string) => ({ draft: hashOf(token), address: hashOf(`address ${token}`) })

/** Stands in a kept path where the secret belongs. No secret of ours looks like it. */
const mark = '__token__'
export const pathToKeep = (returnPath: (token: string) => string) => returnPath(mark)
export const pathWith = (kept: string, token: string) => kept.replaceAll(mark, encodeURIComponent(token))

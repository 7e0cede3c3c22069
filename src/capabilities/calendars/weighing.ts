import { addDays } from '#platform/time.ts'
import { type Days, daysIn, firstOf, lastOf, overlap, type Period } from './period.ts'

export interface Weighing {
  /** Holiday times that fall in it, and bank holidays outside those; `days` is how many of their days do. */
  holidays: { name: string; from: string; to: string; days: number }[]
  /** How many days of it are holidays, each day once. */
  holidayDays: number
  /** How many days that are no holiday people are meant to have. */
  meantDays: number
  /** The last day by which they have them; `closesOn` itself where nothing is to be added. */
  suggestedClosesOn: string
  preElection: { name: string; from: string; to: string }[]
}

/** Twelve weeks: the default of the Code of 2008 and the Compact of 2010. */
const usualDays = 84

/**
 * Hold the dates of a consultation, both ends included, against dated periods.
 *
 * What holidays take is to be made up, "longer when it spans holidays" (Compact 2010; Consultation Principles 2018, G): people are meant to
 * have `meantDays` days that are no holiday, and the suggested last day is the first, not before `closesOn`, by which they do.
 * `meantDays` is the length of the period, and no more than twelve weeks: what is longer than that has been added already. So twelve
 * weeks with the holidays added are right as they are. Whoever means fewer days and has added to them says so with `meantDays`.
 *
 * Dates are as 2026-09-30. A period whose last day is before its first has no days: nothing falls in it and nothing is suggested.
 */
export function weigh(
  { opensOn, closesOn, meantDays }: { opensOn: string; closesOn: string; meantDays?: number },
  periods: readonly Period[],
): Weighing {
  const asked = { from: opensOn, to: closesOn }
  const meant = meantDays ?? Math.max(0, Math.min(usualDays, daysIn(asked)))
  const within = daysIn(asked) > 0 ? periods.filter((period) => overlap(period, asked)) : []
  const times = within.filter(({ kind }) => kind === 'holiday')
  const alone = within.filter(
    ({ kind, ...day }) => kind === 'bank holiday' && !times.some((time) => time.from <= day.from && day.to <= time.to),
  )
  return {
    holidays: [...times, ...alone]
      .sort((one, other) => (one.from < other.from ? -1 : 1))
      .map(({ name, from, to }) => ({ name, from, to, days: daysIn(shared({ from, to }, asked)) })),
    holidayDays: daysOf([...times, ...alone], asked).size,
    meantDays: meant,
    suggestedClosesOn: within.length === 0 ? closesOn : lastDayFor(meant, asked, periods),
    preElection: within.filter(({ kind }) => kind === 'pre-election').map(({ name, from, to }) => ({ name, from, to })),
  }
}

/** The first day, not before the last day asked for, by which so many days were no holiday. */
function lastDayFor(meant: number, { from, to }: Days, periods: readonly Period[]): string {
  // Nobody has holidays for more than half of two years.
  const widest = { from, to: addDays(to, 2 * meant + 366) }
  const away = daysOf(
    periods.filter(({ kind }) => kind !== 'pre-election'),
    widest,
  )
  let day = from
  for (let ordinary = away.has(day) ? 0 : 1; day < widest.to && (day < to || ordinary < meant); ) {
    day = addDays(day, 1)
    if (!away.has(day)) ordinary += 1
  }
  return day
}

const shared = (one: Days, other: Days): Days => ({
  from: lastOf(one.from, other.from),
  to: firstOf(one.to, other.to),
})

/** Each day of these that falls within. */
function daysOf(periods: readonly Days[], within: Days): Set<string> {
  const days = new Set<string>()
  for (const period of periods) {
    const { from, to } = shared(period, within)
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day)
  }
  return days
}

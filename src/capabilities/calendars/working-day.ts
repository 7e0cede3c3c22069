import { addDays } from '#platform/time.ts'
import type { Days } from './period.ts'

/**
 * The working day that is `count` after a date, which is not counted itself: 3 after a Friday is the Wednesday. 0 gives the date.
 * A working day in England is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday (SI 2009/309, regulation 2; Good Friday
 * and Christmas Day are among the bank holidays given, and Christmas Day is left out wherever it falls). `count` is a whole number from 0.
 */
export function workingDayAfter(on: string, count: number, bankHolidays: readonly Days[]): string {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('Working days are counted in whole numbers from 0')
  let day = on
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, bankHolidays)) left -= 1
  }
  return day
}

export function isWorkingDay(day: string, bankHolidays: readonly Days[]) {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !day.endsWith('-12-25') && !bankHolidays.some(({ from, to }) => from <= day && day <= to)
}

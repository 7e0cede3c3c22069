const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The date in London at a moment, as 2026-09-30: in summer it turns at 23:00 UTC. */
export function londonDate(moment: Date): string {
  // Every request asks, and within an hour by the clock it never turns: formatting it costs more than finding a page in memory.
  const hour = Math.floor(moment.getTime() / 3_600_000)
  if (hour !== lastHour) {
    lastDate = london.format(moment)
    lastHour = hour
  }
  return lastDate
}
let lastHour = Number.NaN
let lastDate = ''

/** A date so many days later (or earlier), as 2026-09-30. Dates have no hours, so summer time does not matter. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

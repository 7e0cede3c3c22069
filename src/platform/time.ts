const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The date in London at a moment, as 2026-09-30: in summer it turns at 23:00 UTC. */
export const londonDate = (moment: Date) => london.format(moment)

/** A date so many days later (or earlier), as 2026-09-30. Dates have no hours, so summer time does not matter. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T12:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const dayInLondon = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' })
const timeInLondon = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' })

/** A date without a time: '2026-09-30' becomes '30 September 2026'. Throws a RangeError for anything that is not a date. */
export const formatDate = (date: string): string => day.format(new Date(`${date}T00:00:00Z`))

/** A moment as a clock in London shows it, in NHS style: '30 September 2026 at 2:05pm', '… at midday', '… at 9am'. */
export const formatMoment = (moment: Date): string => `${dayInLondon.format(moment)} at ${time(moment)}`

function time(moment: Date): string {
  const text = timeInLondon.format(moment).replace(/\s/g, '').toLowerCase()
  if (/^(12|0):00pm$/.test(text)) return 'midday'
  if (/^(12|0):00am$/.test(text)) return 'midnight'
  return text.replace(/^0:/, '12:').replace(':00', '')
}

/** A date (`on`, as 2026-09-30) or a moment (`at`), readable by people and by machines. */
export const DateInLondon = ({ on, at }: { on: string; at?: undefined } | { at: Date; on?: undefined }) =>
  on === undefined ? <time datetime={at.toISOString()}>{formatMoment(at)}</time> : <time datetime={on}>{formatDate(on)}</time>

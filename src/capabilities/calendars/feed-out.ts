import ICAL from 'ical.js'
import type { CalendarEntry } from '#platform/slots.ts'
import { addDays } from '#platform/time.ts'

/**
 * A calendar as iCalendar (RFC 5545): whole days, an end that is the day after the last, and an id that stays the same each time, so that a
 * calendar that reads it again knows what it has. An address is given where it is whole: a calendar has no page to find others from.
 */
export function feedOf(entries: readonly CalendarEntry[], { name, now }: { name: string; now: Date }): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Goldthread//Calendar//EN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', name)
  for (const { id, title, startsOn, endsOn, href, communities, organiser } of entries) {
    const event = new ICAL.Component('vevent')
    event.addPropertyWithValue('uid', `${id}@goldthread`)
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true))
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(startsOn))
    event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(endsOn, 1)))
    event.addPropertyWithValue('summary', title)
    event.addPropertyWithValue('description', [organiser, ...communities].join('\n'))
    // Whoever has it in their calendar can still be met on that day.
    event.addPropertyWithValue('transp', 'TRANSPARENT')
    if (href && URL.canParse(href)) event.addPropertyWithValue('url', href)
    calendar.addSubcomponent(event)
  }
  return `${calendar.toString()}\r\n`
}

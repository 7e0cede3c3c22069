import ICAL from 'ical.js'
import { addDays, londonDate } from '#platform/time.ts'
import { lastOf } from './period.ts'

export const mostBytes = 1024 * 1024
export const mostEvents = 5000
/** How long reading one file may take, in milliseconds: rules that repeat can be made to cost much. */
const mostTime = 5000

export interface FeedEvent {
  title: string
  startsOn: string
  endsOn: string
  href: string | null
}

/** A calendar that was brought in. */
export interface Feed {
  id: string
  name: string
  communities: readonly string[]
  importedAt: Date
  events: number
}

export type FeedRead =
  | { ok: true; events: FeedEvent[]; leftOut: { cancelled: number; hidden: number; unread: number; outside: number } }
  | { ok: false; mistake: string }

/**
 * The events of an iCalendar file (RFC 5545) whose days are between a month ago and two years ahead, by their first day. What repeats is
 * written out within that time; a repeat that we do not follow counts once, on its first day. Nothing is fetched: neither zones nor
 * attachments. A day is the one its author wrote, and London's for a time in UTC.
 */
export function readFeed(bytes: Uint8Array, today: string): FeedRead {
  const no = (mistake: string): FeedRead => ({ ok: false, mistake })
  if (bytes.length === 0) return no('The file is empty')
  if (bytes.length > mostBytes) return no('The file is larger than 1 MB. Export fewer events from your calendar')
  const began = performance.now()
  const groups = eventsByUid(new TextDecoder().decode(bytes))
  if (groups === null) return no('We cannot read this as a calendar file. Export it from your calendar as iCalendar (.ics)')
  const tooMany = no('The file has more than 5,000 events. Export a shorter time from your calendar')
  if (groups.reduce((sum, group) => sum + group.length, 0) > mostEvents) return tooMany

  const window = { from: addDays(today, -31), to: addDays(today, 731) }
  const leftOut = { cancelled: 0, hidden: 0, unread: 0, outside: 0 }
  const events: FeedEvent[] = []
  for (const group of groups) {
    if (performance.now() - began > mostTime) return no('This file takes too long to read. Export a shorter time from your calendar')
    const reason = whyLeftOut(group[0])
    if (reason) {
      leftOut[reason] += 1
      continue
    }
    let found: FeedEvent[]
    try {
      found = datesOf(group, window)
    } catch {
      leftOut.unread += 1
      continue
    }
    if (found.length === 0) leftOut.outside += 1
    events.push(...found)
    if (events.length > mostEvents) return tooMany
  }
  return { ok: true, events: events.sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1)), leftOut }
}

/** The events of each id together: the first, and those that stand in for some of its repeats. */
function eventsByUid(text: string): ICAL.Component[][] | null {
  try {
    const root = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, '')))
    if (root.name !== 'vcalendar') return null
    // Only days matter. Without its zone a time keeps the day its author wrote, and a zone's own rules cannot be made to cost anything.
    root.removeAllSubcomponents('vtimezone')
    const groups = Map.groupBy(root.getAllSubcomponents('vevent'), (event) =>
      String(event.getFirstPropertyValue('uid') ?? crypto.randomUUID()),
    )
    const isException = (event: ICAL.Component) => event.hasProperty('recurrence-id')
    return [...groups.values()].map((group) => group.sort((one, other) => Number(isException(one)) - Number(isException(other))))
  } catch {
    return null
  }
}

function whyLeftOut(event: ICAL.Component | undefined): 'cancelled' | 'hidden' | null {
  const value = (name: string) => String(event?.getFirstPropertyValue(name) ?? '').toUpperCase()
  if (value('status') === 'CANCELLED') return 'cancelled'
  return ['PRIVATE', 'CONFIDENTIAL'].includes(value('class')) ? 'hidden' : null
}

function datesOf([first, ...exceptions]: ICAL.Component[], window: { from: string; to: string }): FeedEvent[] {
  const event = new ICAL.Event(first, { exceptions, strictExceptions: false })
  const found: FeedEvent[] = []
  const take = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
    const startsOn = dayOf(start)
    const endsOn = lastDay(start, end)
    if (startsOn <= window.to && endsOn >= window.from) found.push({ title: titleOf(item), startsOn, endsOn, href: addressOf(item) })
  }
  if (!event.isRecurring() || !first || !isFollowed(first)) {
    take(event, event.startDate, event.endDate)
    return found
  }
  const dates = event.iterator()
  for (let next = dates.next(); next && dayOf(next) <= window.to; next = dates.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    if (whyLeftOut(item.component) === null) take(item, startDate, endDate)
    if (found.length > mostEvents) break
  }
  return found
}

// Rules that cannot contradict themselves: such a rule would be looked along for ever.
const followed = [
  /^FREQ=DAILY(;INTERVAL=\d{1,3})?$/,
  /^FREQ=DAILY;BYDAY=[A-Z,]+$/,
  /^FREQ=WEEKLY(;INTERVAL=\d{1,2})?(;BYDAY=[A-Z,]+)?$/,
  /^FREQ=MONTHLY(;INTERVAL=\d{1,2})?(;BYDAY=-?[1-5]?[A-Z]{2}|;BYMONTHDAY=-?\d{1,2})?$/,
  /^FREQ=MONTHLY(;INTERVAL=\d{1,2})?;BYDAY=[A-Z,]+;BYSETPOS=-?[1-5]$/,
  /^FREQ=YEARLY(;INTERVAL=\d)?(;BYMONTH=\d{1,2})?(;BYDAY=-?[1-5][A-Z]{2}|;BYMONTHDAY=\d{1,2})?$/,
]

function isFollowed(event: ICAL.Component) {
  return event.getAllProperties('rrule').every((property) => {
    const parts = String(property.getFirstValue()).split(';')
    const order = ['FREQ', 'INTERVAL', 'BYMONTH', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS']
    const kept = parts
      .filter((part) => !/^(COUNT|UNTIL|WKST)=|^INTERVAL=1$/.test(part))
      .sort((one, other) => order.indexOf(one.split('=')[0] ?? '') - order.indexOf(other.split('=')[0] ?? ''))
    return followed.some((shape) => shape.test(kept.join(';')))
  })
}

const isUtc = (time: ICAL.Time) => time.zone?.tzid === 'UTC'
const written = ({ year, month, day }: ICAL.Time) =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')
const dayOf = (time: ICAL.Time) => (isUtc(time) && !time.isDate ? londonDate(time.toJSDate()) : written(time))

/** An end is the moment, or the day, after the last one. */
function lastDay(start: ICAL.Time, end: ICAL.Time): string {
  const last = end.clone()
  if (last.isDate) last.adjust(-1, 0, 0, 0)
  else last.adjust(0, 0, 0, -1)
  return lastOf(dayOf(start), dayOf(last))
}

const titleOf = (event: ICAL.Event) =>
  [
    ...String(event.summary ?? '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll('\0', '')
      .trim()
      .normalize('NFC'),
  ]
    .slice(0, 200)
    .join('') || 'No title'

function addressOf(event: ICAL.Event): string | null {
  const address = String(event.component.getFirstPropertyValue('url') ?? '')
  return address.length <= 2000 && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).href : null
}

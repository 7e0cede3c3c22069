import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { type FeedRead, readFeed } from './feed-file.ts'
import { feedOf } from './feed-out.ts'

const today = '2026-03-10'
const now = new Date('2026-03-10T10:00:00Z')

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    ...events.flatMap((lines, at) => ['BEGIN:VEVENT', `UID:${at}`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const readText = (text: string) => readFeed(new TextEncoder().encode(text), today)
const eventsOf = (read: FeedRead) => {
  assert.ok(read.ok)
  return read.events
}
const days = (read: FeedRead) => eventsOf(read).map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`)

test('PLN-11: whole days end the day before their end, and times keep the day of their place', () => {
  const read = readText(
    file(
      ['SUMMARY:Drop-in', 'DTSTART;VALUE=DATE:20260401', 'DTEND;VALUE=DATE:20260403', 'URL:https://example.org/drop-in'],
      ['SUMMARY:Late in summer', 'DTSTART:20260701T231500Z', 'DTEND:20260702T000000Z'],
      ['SUMMARY:Evening', 'DTSTART;TZID=Europe/London:20260601T190000', 'DURATION:PT2H'],
      ['SUMMARY:No end', 'DTSTART;VALUE=DATE:20260501'],
    ),
  )
  assert.deepEqual(days(read), ['2026-04-01/2026-04-02', '2026-05-01/2026-05-01', '2026-06-01/2026-06-01', '2026-07-02/2026-07-02'])
  assert.deepEqual(eventsOf(read)[0], {
    title: 'Drop-in',
    startsOn: '2026-04-01',
    endsOn: '2026-04-02',
    href: 'https://example.org/drop-in',
  })
})

test('PLN-11: what repeats is written out for two years, without the days taken out, and with those that moved', () => {
  const weekly = ['SUMMARY:Panel', 'DTSTART;VALUE=DATE:20260302', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;VALUE=DATE:20260309']
  const moved =
    'BEGIN:VEVENT\r\nUID:0\r\nRECURRENCE-ID;VALUE=DATE:20260316\r\nSUMMARY:Panel, moved\r\nDTSTART;VALUE=DATE:20260318\r\nEND:VEVENT\r\n'
  const read = readText(file(weekly).replace('END:VCALENDAR', `${moved}END:VCALENDAR`))
  assert.deepEqual(days(read), ['2026-03-02/2026-03-02', '2026-03-18/2026-03-18', '2026-03-23/2026-03-23'])
  const yearly = eventsOf(readText(file(['SUMMARY:Day', 'DTSTART;VALUE=DATE:20100601', 'RRULE:FREQ=YEARLY'])))
  assert.deepEqual(
    yearly.map(({ startsOn }) => startsOn),
    ['2026-06-01', '2027-06-01'],
  )
})

test('PLN-11: cancelled and private events stay out, addresses that are no web page are dropped, scripts in titles are only words', () => {
  const read = readText(
    file(
      ['SUMMARY:Off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260401'],
      ['SUMMARY:Dentist', 'CLASS:PRIVATE', 'DTSTART;VALUE=DATE:20260401'],
      ['SUMMARY:No date'],
      ['SUMMARY:<script>alert(1)</script>', 'DTSTART;VALUE=DATE:20260401', 'URL:javascript:alert(1)'],
    ),
  )
  assert.deepEqual(eventsOf(read), [{ title: '<script>alert(1)</script>', startsOn: '2026-04-01', endsOn: '2026-04-01', href: null }])
  assert.deepEqual(read.ok && read.leftOut, { cancelled: 1, hidden: 1, unread: 1, outside: 0 })
})

test('PLN-11: a file that is too large, too many, or made to cost much is refused or cut short', () => {
  const refusal = (text: string) => {
    const read = readText(text)
    return read.ok ? '' : read.mistake
  }
  const day = ['SUMMARY:X', 'DTSTART;VALUE=DATE:20260401']
  assert.match(refusal('Hello'), /cannot read this as a calendar file/)
  assert.match(refusal(''), /empty/)
  assert.match(refusal(file(['SUMMARY:'.padEnd(1_100_000, 'x')])), /larger than 1 MB/)
  assert.match(refusal(file(...Array.from({ length: 5001 }, () => day))), /more than 5,000/)
  assert.match(refusal(file(...Array.from({ length: 20 }, () => [...day, 'RRULE:FREQ=DAILY']))), /more than 5,000/)
  // Each of these would be looked along for ever.
  for (const rule of [
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=SA',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
  ])
    assert.deepEqual(days(readText(file([...day, `RRULE:${rule}`]))), ['2026-04-01/2026-04-01'], rule)
  const zone =
    'BEGIN:VTIMEZONE\r\nTZID:Bad\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n'
  const zoned = file(['SUMMARY:X', 'DTSTART;TZID=Bad:20260401T100000', 'RRULE:FREQ=DAILY;UNTIL=20260402T235900Z']).replace(
    'BEGIN:VEVENT',
    `${zone}BEGIN:VEVENT`,
  )
  assert.deepEqual(days(readText(zoned)), ['2026-04-01/2026-04-01', '2026-04-02/2026-04-02'])
})

test('PLN-11: our calendar is read back by another program as it was written', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    .map((text) => text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim() || 'x')
  fc.assert(
    fc.property(words, fc.integer({ min: 0, max: 60 }), (title, length) => {
      const startsOn = '2026-03-28'
      const endsOn = new Date(Date.parse(startsOn) + length * 86_400_000).toISOString().slice(0, 10)
      const entry = {
        id: 'one',
        title,
        startsOn,
        endsOn,
        communities: ['carers, old; new'],
        organiser: 'NHS Test',
        href: 'https://example.org/a',
      }
      const text = feedOf([entry], { name: 'NHS Test', now })
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
      assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/)
      assert.ok(text.endsWith('END:VCALENDAR\r\n'))

      const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
      const value = (name: string) => String(event?.getFirstPropertyValue(name))
      assert.deepEqual([value('uid'), value('summary'), value('url')], ['one@goldthread', title, 'https://example.org/a'])
      assert.deepEqual([value('dtstart'), value('dtstamp')], ['2026-03-28', '2026-03-10T10:00:00Z'])
      assert.equal(value('description'), 'NHS Test\ncarers, old; new')
      assert.deepEqual(days(readText(text)), [`${startsOn}/${endsOn}`])
    }),
  )
})

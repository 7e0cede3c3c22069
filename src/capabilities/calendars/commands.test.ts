import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import type { Workplace } from '#platform/commands.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const command = slots.commands.find(({ name }) => name === 'import calendar')!
const options = { commissioner: 'testshire', name: 'The council', communities: 'Carers, Young people' }

const placeOf = (house: TestHouse, parts: string[]) =>
  ({
    within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within({ kind: 'operator' }, work),
    open: () => Readable.from(parts),
  }) as unknown as Workplace

test(
  'PLN-11: an operator brings in a calendar, and one that is too large is refused before it is read to its end',
  inHouse(slots, async (house) => {
    const ics =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Town meeting\r\nDTSTART;VALUE=DATE:20260405\r\nEND:VEVENT\r\nEND:VCALENDAR'
    const { text } = await command.run(placeOf(house, [ics.slice(0, 40), ics.slice(40)]), ['council.ics'], options)
    assert.match(text, /^Events brought in: 1\./)
    const as = await house.staff('auditor')
    assert.match((await house.get('/testshire/desk/calendar?from=2026-04-01', { as })).text, /Town meeting[\s\S]*Carers, Young people/)

    await assert.rejects(command.run(placeOf(house, Array(40).fill(ics.padEnd(100_000))), ['-'], options), /larger than 1 MB/)
    await assert.rejects(command.run(placeOf(house, ['My diary']), ['-'], options), /cannot read this as a calendar file/)
    await assert.rejects(command.run(placeOf(house, [ics]), ['-'], { ...options, name: ' ' }), /Say with --name/)
  }),
)

import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import type { Workplace } from '#platform/commands.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { commands } from './commands.ts'
import { listOrganisations, organisations } from './index.ts'

const slots = gather([organisations])

const line = (code: string, name: string, { closed = '', postcode = 'ZZ1 9ZZ', opened = '19990401' } = {}) =>
  [
    '',
    name,
    'Y54',
    'QZZ',
    'The Old School',
    'Beck Lane',
    'Northmoor',
    '',
    '',
    postcode,
    opened,
    closed,
    closed ? 'C' : 'A',
    'B',
    'ZZN',
    '20130401',
    '',
    '01632 960000',
    '',
    '',
    '',
    '0',
    '',
    'ZZN',
    '',
    '4',
    '',
  ]
    .map((cell, at) => `"${at === 0 ? code : cell}"`)
    .join(',')

const fellside = line('ZZ9001', 'FELLSIDE SURGERY')
const beck = line('ZZ9002', 'BECK LANE SURGERY', { closed: '20190331' })

async function bringIn(house: TestHouse, text: string, options: Record<string, string> = {}) {
  const place = {
    within: (_slug: string, work: Parameters<Workplace['within']>[1]) => house.within({ kind: 'operator' }, work),
    commissioners: async () => [house.commissioner],
    open: () => Readable.from([Buffer.from(text)]),
    progress: () => {},
    write: () => {},
  } as unknown as Workplace
  return (await commands[0]!.run(place, ['practices.csv'], options)).json as unknown
}

const all = (house: TestHouse) => house.within({ kind: 'operator' }, (ctx) => listOrganisations(ctx.db))

test(
  'PEO-2: the NHS list of practices comes in whole, and closed practices stay with their dates',
  inHouse(slots, async (house) => {
    assert.deepEqual(await bringIn(house, `${fellside}\r\n${beck}\r\n`), { read: 2, imported: 2, already: 0, rejected: [] })
    assert.deepEqual(
      (await all(house)).map(({ name, code, kind, closedOn }) => [name, code, kind, closedOn]),
      [
        ['BECK LANE SURGERY', 'ZZ9002', 'practice', '2019-03-31'],
        ['FELLSIDE SURGERY', 'ZZ9001', 'practice', null],
      ],
    )
  }),
)

test(
  'doing it again adds nothing',
  inHouse(slots, async (house) => {
    await bringIn(house, `${fellside}\n${beck}`)
    assert.deepEqual(await bringIn(house, `${fellside}\n${beck}`), { read: 2, imported: 0, already: 2, rejected: [] })
    assert.equal((await all(house)).length, 2)
  }),
)

test(
  'a new name stands beside the old one, dated; a practice that has closed since says when',
  inHouse(slots, async (house) => {
    await bringIn(house, `${fellside}\n${beck}`)
    house.now = new Date('2026-04-02T09:00:00Z')
    const later = line('ZZ9001', 'FELLSIDE AND BECK SURGERY', { closed: '20260331', postcode: 'ZZ2 1AA' })
    assert.deepEqual(await bringIn(house, later), { read: 1, imported: 1, already: 0, rejected: [] })
    assert.deepEqual(await bringIn(house, later), { read: 1, imported: 0, already: 1, rejected: [] })

    const analyst = await house.staff('analyst')
    const { id } = (await all(house)).find(({ code }) => code === 'ZZ9001')!
    const { text } = await house.get(`/testshire/desk/organisations/${id}`, { as: analyst })
    assert.match(text, /<h1[^>]*>FELLSIDE AND BECK SURGERY/)
    assert.match(text, /FELLSIDE SURGERY[\s\S]*1 April 1999/)
    assert.match(text, /Closed[\s\S]*31 March 2026/)
    assert.match(text, /ZZ1 9ZZ/)
  }),
)

test(
  'a row that cannot be taken is refused by number with its reason, and the rest comes in',
  inHouse(slots, async (house) => {
    const answer = await bringIn(house, [fellside, 'ZZ9003,TOO SHORT', line('ZZ9001', 'AGAIN'), `"ZZ9004","UNPAIRED"X,`, beck].join('\n'))
    assert.deepEqual(answer, {
      read: 5,
      imported: 2,
      already: 0,
      rejected: [
        { row: 2, reason: 'It has 2 columns where 27 are needed' },
        { row: 3, reason: 'Its code ZZ9001 was in row 1 already' },
        { row: 4, reason: 'Its quotation marks do not pair up' },
      ],
    })
  }),
)

test(
  'with several commissioners it asks for which',
  inHouse(slots, async (house) => {
    const place = { commissioners: async () => [house.commissioner, { ...house.commissioner, slug: 'elsewhere' }] } as unknown as Workplace
    await assert.rejects(commands[0]!.run(place, ['x.csv'], {}), /say which with --commissioner/)
  }),
)

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import type { Question } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { addDays } from '#platform/time.ts'
import { slots } from '../../app.ts'
import { daysOfGrace, givenOn, troubleWith } from './kiosk.ts'

const operator: Actor = { kind: 'operator' }
const questions: Question[] = [
  {
    key: 'q1',
    type: 'one-of',
    text: 'Where should it go?',
    options: [
      { value: 'library', label: 'The library' },
      { value: 'hospital', label: 'The hospital' },
    ],
  },
  { key: 'q2', type: 'short-text', text: 'Why?', required: true },
  { key: 'q3', type: 'file', text: 'Can you show us?', required: true },
]

/** A consultation open in March 2026, and a kiosk for it. */
async function kioskIn(house: TestHouse) {
  const consultation = await house.within(operator, async (ctx) => {
    const id = await draftConsultation(ctx, {
      title: 'Moving the clinic',
      slug: 'clinic',
      summary: 'The lease ends.',
      canChange: 'Where it goes.',
      cannotChange: 'The lease ends.',
      opensOn: '2026-03-01',
      closesOn: '2026-03-31',
      places: ['Hilltop', 'Riverside'],
      promise: 'named',
      questions,
    })
    await publishConsultation(ctx, id)
    return id
  })
  const lead = await house.staff('engagement lead')
  const added = await house.post('/testshire/desk/kiosks', { consultation, name: 'Mill Street', place: 'Hilltop' }, { as: lead })
  const address = /\/testshire\/kiosk\/[\w-]+/.exec(added.text)![0]
  const id = /desk\/kiosks\/([0-9a-f-]{36})/.exec(added.text)![1]!
  return { address, id, lead, consultation }
}

const sent = (words = 'It is near the bus', more: Record<string, string> = {}) => ({
  q1: 'library',
  q2: words,
  'sending-key': randomUUID(),
  'given-on': '',
  ...more,
})

const responses = (house: TestHouse) =>
  house.within(operator, ({ db }) => db.selectFrom('responses').select(['channel', 'place', 'said_on', 'person_id']).execute())

test(
  'SAY-3: answers from a kiosk land like all others, with its channel and its place, and nobody says there who they are',
  inHouse(slots, async (house) => {
    const { address } = await kioskIn(house)
    const asked = await house.get(address)
    assert.equal(asked.status, 200)
    assert.doesNotMatch(asked.text, /your-name|your-email/)
    assert.doesNotMatch(asked.text, /type="file"/, 'nobody can choose a file there, so none is asked for')
    const links = [...asked.text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href!)
    assert.deepEqual(
      links.filter((href) => !href.startsWith('#')),
      [],
      'no way out',
    )
    const reply = await house.post(address, sent('It is near', { 'your-name': 'Ada' }))
    assert.equal(reply.location, `${address}/thanks`)
    assert.match((await house.get(reply.location)).text, /Thank you/)
    assert.deepEqual(await responses(house), [{ channel: 'kiosk', place: 'Hilltop', said_on: '2026-03-10', person_id: null }])
  }),
)

test(
  'SAY-3: what a kiosk sends twice is received once',
  inHouse(slots, async (house) => {
    const { address } = await kioskIn(house)
    const once = sent()
    for (let time = 0; time < 3; time++) assert.equal((await house.post(address, once)).status, 303)
    await house.post(address, sent())
    assert.equal((await responses(house)).length, 2)
  }),
)

test(
  'SAY-3: a mistake is shown with what was typed, and the same key, so that nothing is lost or doubled',
  inHouse(slots, async (house) => {
    const { address } = await kioskIn(house)
    const wrong = { ...sent(''), 'quote-me': 'yes' }
    const reply = await house.post(address, wrong)
    assert.equal(reply.status, 422)
    assert.match(reply.text, /href="#q2"/)
    assert.match(reply.text, /value="library"[^>]*checked/)
    assert.ok(reply.text.includes(wrong['sending-key']))
    assert.equal((await responses(house)).length, 0)
  }),
)

test(
  'field 29: answers given in time and sent after closing are received, on the day they were given; later ones are refused',
  inHouse(slots, async (house) => {
    const { address } = await kioskIn(house)
    house.now = new Date('2026-04-06T10:00:00Z')
    assert.equal((await house.post(address, sent('On the last day', { 'given-on': '2026-03-31' }))).status, 303)
    assert.equal((await house.post(address, sent('Too late', { 'given-on': '2026-04-01' }))).status, 409)
    assert.equal((await house.post(address, sent('Without a day'))).status, 409)
    house.now = new Date('2026-04-20T10:00:00Z')
    assert.equal((await house.post(address, sent('Weeks later', { 'given-on': '2026-03-31' }))).status, 409)
    assert.deepEqual(
      (await responses(house)).map(({ said_on }) => said_on),
      ['2026-03-31'],
    )
    assert.match((await house.get(address)).text, /This is closed/)
  }),
)

test(
  'SAY-2: after an early closing a kiosk takes nothing',
  inHouse(slots, async (house) => {
    const { address, consultation, lead } = await kioskIn(house)
    await house.within(lead, (ctx) => closeConsultation(ctx, consultation, { reason: 'The plan was dropped' }))
    assert.equal((await house.post(address, sent('Before', { 'given-on': '2026-03-09' }))).status, 409)
    assert.equal((await responses(house)).length, 0)
  }),
)

test(
  'SAY-3: a kiosk says what waits on it, staff see which to look at, and its address leads nowhere once it is taken down',
  inHouse(slots, async (house) => {
    const { address, id, lead } = await kioskIn(house)
    const desk = '/testshire/desk/kiosks'
    assert.match((await house.get(desk, { as: lead })).text, /It has not been opened yet/)
    await house.post(`${address}/state`, { waiting: '3', refused: '0' })
    assert.match((await house.get(desk, { as: lead })).text, /3 sets of answers wait on it/)
    assert.equal((await house.post(`${address}/state`, { waiting: 'many', refused: '0' })).status, 404)

    const silent = await house.post(`${desk}/${id}/retirement`, { reason: ' ' }, { as: lead })
    assert.equal(silent.status, 422)
    assert.match(silent.text, /3 sets of answers waited there/)
    await house.post(`${desk}/${id}/retirement`, { reason: 'The clinic moved' }, { as: lead })
    assert.equal((await house.get(address)).status, 404)
    assert.equal((await house.post(address, sent())).status, 404)
    assert.match((await house.get(`${desk}/${id}`, { as: lead })).text, /The clinic moved/)
  }),
)

test(
  'SAY-3: only engagement leads and administrators put up kiosks, and no other commissioner’s address or token opens one',
  inHouse(slots, async (house) => {
    const { address } = await kioskIn(house)
    const analyst = await house.staff('analyst')
    assert.equal((await house.post('/testshire/desk/kiosks', { consultation: 'x', name: 'y' }, { as: analyst })).status, 403)
    await house.addCommissioner('othershire')
    assert.equal((await house.get(address.replace('testshire', 'othershire'))).status, 404)
    assert.equal((await house.get('/testshire/kiosk/AAAAAAAAAAAAAAAAAAAAAA')).status, 404)
  }),
)

test('a kiosk is to be looked at when it is silent, when answers wait and when some were refused; not once it is taken down', () => {
  const now = new Date('2026-03-10T10:00:00Z')
  const heardAt = new Date('2026-03-10T09:59:00Z')
  const trouble = (state: { waiting: number; refused: number; heardAt: Date } | null) => troubleWith({ state, retirement: null }, now)
  assert.equal(trouble({ waiting: 0, refused: 0, heardAt }), null)
  assert.match(trouble({ waiting: 1, refused: 0, heardAt }) ?? '', /^1 set of answers/)
  assert.match(trouble({ waiting: 0, refused: 2, heardAt }) ?? '', /could not be delivered/)
  assert.match(trouble({ waiting: 4, refused: 0, heardAt: new Date('2026-03-09T10:00:00Z') }) ?? '', /24 hours; then 4 sets/)
  assert.equal(troubleWith({ state: null, retirement: { reason: 'Moved', at: now } }, now), null)
})

test('answers count as given on the day the kiosk says, never on a day to come, and within the days of grace', () => {
  const closing = { closesOn: '2026-03-31', addDays }
  assert.equal(givenOn('2026-03-30', { today: '2026-04-02', ...closing }), '2026-03-30')
  assert.equal(givenOn('2030-01-01', { today: '2026-03-31', ...closing }), '2026-03-31')
  assert.equal(givenOn('2026-03-31', { today: addDays('2026-03-31', daysOfGrace), ...closing }), '2026-03-31')
  assert.equal(givenOn('2026-03-31', { today: addDays('2026-03-31', daysOfGrace + 1), ...closing }), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import { receiveResponse } from '#capabilities/contributions'
import { addOrganisation } from '#capabilities/organisations'
import { type ContactPromise, findReleasedSurvey, type Question } from '#capabilities/surveys'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { channelTotals } from './index.ts'

const bus = { value: 'bus', label: 'Bus' }
const drive = { value: 'drive', label: 'I drive' }
const questions: Question[] = [
  { key: 'travel', type: 'one-of', text: 'How do you travel?', required: true, options: [bus, drive] },
  { key: 'why', type: 'long-text', text: 'Why?' },
]

const on = (name: string, date: string) => {
  const [year, month, day] = date.split('-').map(Number)
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

async function openConsultation(house: TestHouse, promise: ContactPromise = 'linked') {
  house.now = new Date('2026-06-20T10:00:00Z')
  const lead = await house.staff('engagement lead')
  const words = { title: 'Clinic hours', slug: 'clinic-hours', summary: 'Later.', canChange: 'Hours', cannotChange: 'Place' }
  const dates = { decides: 'The board.', opensOn: '2026-07-01', closesOn: '2026-07-31' }
  const id = await house.within(lead, (ctx) => draftConsultation(ctx, { ...words, ...dates, promise, questions }))
  const { surveyId } = await house.within(lead, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  const list = `/testshire/desk/consultations/${id}/entries`
  const enter = (way: string, typed: Record<string, string>) =>
    house.post(list, { 'typed-way': way, ...on('typed-said', '2026-07-09'), ...on('typed-received', '2026-07-10'), ...typed }, { as: lead })
  const totals = () => house.within(lead, (ctx) => channelTotals(ctx.db, surveyId))
  return { lead, id, surveyId, list, enter, totals }
}

const rows = (house: TestHouse, table: 'responses' | 'entries') =>
  house.database.within({ commissionerId: house.commissioner.id }, (db) => db.selectFrom(table).selectAll().execute()) as Promise<
    Record<string, unknown>[]
  >

test(
  'SAY-3: a telephone call is entered on one page, with who helped, and its receipt is told once',
  inHouse(slots, async (house) => {
    const { lead, list, enter } = await openConsultation(house)
    const blank = (await house.get(`${list}/new?way=telephone`, { as: lead })).text
    assert.match(blank, /By telephone[\s\S]*Who helped them[\s\S]*How do you travel\?[\s\S]*what they agree to/)
    assert.match(blank, /name="typed-said-day"[^>]*value="10"/)

    const sent = await enter('telephone', { 'typed-helper': 'interpreter', why: 'The last bus is at five.', 'quote-me': 'yes' })
    assert.equal(sent.status, 303)
    const after = (await house.get(sent.location, { as: lead })).text
    assert.match(after, /receipt number is <strong>[A-Z0-9-]+<\/strong>/)
    const [response] = await rows(house, 'responses')
    assert.deepEqual([response?.channel, response?.said_on], ['telephone', '2026-07-09'])
    const [entry] = await rows(house, 'entries')
    assert.deepEqual([entry?.entered_by, entry?.assisted_by, entry?.response_id], [lead.id, 'interpreter', response?.id])
    const shown = (await house.get(list, { as: lead })).text
    assert.match(shown, /Test engagement lead[\s\S]*Helped: an interpreter/)
    assert.doesNotMatch(shown, /last bus/)
    // No question must be answered; but something must.
    assert.match((await enter('telephone', {})).text, /Answer at least one question/)
  }),
)

test(
  'SAY-3: a letter has the day it was written and the day it came, and mistakes keep everything typed',
  inHouse(slots, async (house) => {
    const { list, enter, lead } = await openConsultation(house)
    const wrong = await enter('letter', {
      ...on('typed-said', '2026-06-20'),
      ...on('typed-received', '2026-07-12'),
      why: 'My words',
      'typed-helper': 'friend',
    })
    assert.equal(wrong.status, 422)
    for (const part of [/before the consultation opened/, /still to come/, /My words/, /value="friend" selected/, /href="#typed-said-day"/])
      assert.match(wrong.text, part)
    assert.equal(
      (await enter('letter', { travel: 'bus', ...on('typed-said', '2026-07-02'), ...on('typed-received', '2026-07-04') })).status,
      303,
    )
    assert.match((await house.get(list, { as: lead })).text, /By letter[\s\S]*4 July 2026/)
    assert.equal((await rows(house, 'responses'))[0]?.said_on, '2026-07-02')
    assert.equal((await enter('pigeon', { travel: 'bus' })).status, 404)
  }),
)

test(
  'SAY-3: after the last day only what was sent in time is entered, with a reason; in the end nothing',
  inHouse(slots, async (house) => {
    const { lead, list, enter } = await openConsultation(house)
    house.now = new Date('2026-08-05T10:00:00Z')
    const late = { travel: 'bus', ...on('typed-said', '2026-07-31'), ...on('typed-received', '2026-08-04') }
    assert.match((await enter('letter', late)).text, /Enter why it is entered after the last day/)
    assert.match((await enter('letter', { ...late, ...on('typed-said', '2026-08-01'), 'typed-late': 'Post' })).text, /came too late/)
    assert.equal((await enter('letter', { ...late, 'typed-late': 'The post took four days' })).status, 303)
    assert.match((await house.get(list, { as: lead })).text, /Entered after the last day: The post took four days/)
    assert.match((await house.get('/testshire/desk/entries', { as: lead })).text, /Closed a short time ago[\s\S]*Clinic hours/)
    house.now = new Date('2026-08-20T10:00:00Z')
    assert.equal((await enter('letter', { ...late, 'typed-late': 'Lost' })).status, 404)
  }),
)

test(
  'SAY-3: for an organisation we keep which, and the post of whoever authorised it',
  inHouse(slots, async (house) => {
    const { lead, list, enter } = await openConsultation(house)
    const organisationId = await house.within(lead, (ctx) =>
      addOrganisation(ctx, { name: 'Testshire Carers', kind: 'voluntary', fromOn: '2020-01-01', code: undefined, postcode: undefined }),
    )
    const wrong = await enter('email', { travel: 'bus', 'typed-organisation': 'Nobody we know' })
    assert.match(wrong.text, /Enter the post of whoever authorised it[\s\S]*no organisation “Nobody we know”/)
    assert.equal(
      (await enter('email', { travel: 'bus', 'typed-organisation': 'testshire carers', 'typed-authorised': 'chair' })).status,
      303,
    )
    assert.equal((await rows(house, 'responses'))[0]?.organisation_id, organisationId)
    assert.match((await house.get(list, { as: lead })).text, /For Testshire Carers, authorised by their chair/)
  }),
)

test(
  'SAY-11: an event note is one response; the people in the room stand beside the count and are not in it',
  inHouse(slots, async (house) => {
    const { lead, list, enter, totals } = await openConsultation(house)
    assert.match(
      (await enter('event', { why: 'Parking.', 'typed-event': 'Drop-in', 'typed-present': 'many' })).text,
      /how many people were in the room/,
    )
    // Nobody in a room agrees for the others.
    await enter('event', { why: 'Parking.', 'typed-event': 'Drop-in', 'typed-present': '40', 'quote-me': 'yes' })
    assert.deepEqual(await totals(), {
      channels: [{ channel: 'event', count: 1 }],
      responses: 1,
      inTheRoom: { events: 1, people: 40 },
      repeatedTexts: 0,
    })
    assert.match((await house.get(list, { as: lead })).text, /All together[\s\S]*1 response[\s\S]*40, at 1 event\. Not added/)
    const consents = await house.within(lead, (ctx) => ctx.db.selectFrom('current_consents').select('purpose').execute())
    assert.deepEqual(consents, [])
  }),
)

test(
  'SAY-3: an entry made twice is taken out with a reason, and counts no more',
  inHouse(slots, async (house) => {
    const { lead, list, enter, totals } = await openConsultation(house)
    await enter('telephone', { travel: 'bus' })
    const removal = /href="([^"]*\/removal)"/.exec((await house.get(list, { as: lead })).text)?.[1] ?? ''
    assert.match((await house.get(removal, { as: lead })).text, /Take this entry out\?/)
    assert.equal((await house.post(removal, { reason: '' }, { as: lead })).status, 422)
    const analyst = await house.staff('analyst')
    assert.equal((await house.post(removal, { reason: 'Mischief' }, { as: analyst })).status, 403)
    assert.equal((await house.post(removal, { reason: 'Typed twice' }, { as: lead })).location, list)
    assert.equal((await totals()).responses, 0)
    assert.match((await house.get(list, { as: lead })).text, /Taken out: Typed twice/)
    assert.equal((await house.post(removal, { reason: 'Again' }, { as: lead })).status, 404)
  }),
)

test(
  'field 20: every total is the sum over channels, on the page of entries and on the page of results',
  inHouse(slots, async (house) => {
    const { lead, surveyId, list, enter, totals } = await openConsultation(house)
    const channels = ['web', 'paper', 'telephone', 'email', 'letter', 'text', 'event', 'kiosk'] as const
    await house.within({ kind: 'system' }, async (ctx) => {
      const version = await findReleasedSurvey(ctx.db, surveyId)
      for (const [at, channel] of channels.entries())
        for (let count = 0; count <= at; count++)
          await receiveResponse(ctx, { version: version!, channel, answers: [{ question: questions[0]!, choices: ['bus'], words: null }] })
    })
    for (const way of ['telephone', 'in person', 'email', 'letter']) await enter(way, { travel: 'drive' })
    await enter('event', { why: 'Parking.', 'typed-event': 'Drop-in', 'typed-present': '40' })

    const counted = await totals()
    const expected = { web: 2, paper: 2, telephone: 4, email: 5, letter: 6, text: 6, event: 8, kiosk: 8 }
    assert.deepEqual(Object.fromEntries(counted.channels.map(({ channel, count }) => [channel, count])), expected)
    assert.equal(
      counted.responses,
      Object.values(expected).reduce((sum, count) => sum + count, 0),
    )
    assert.equal(counted.responses, (await rows(house, 'responses')).length)
    assert.match((await house.get(list, { as: lead })).text, new RegExp(`All together[\\s\\S]*${counted.responses} responses`))

    const results = (await house.get(`/testshire/desk/results/${surveyId}`, { as: lead })).text
    assert.match(results, new RegExp(`Responses\\s*</dt>[\\s\\S]{0,120}?${counted.responses}\\s`))
    for (const name of ['On paper', 'By letter', 'By text message', 'At an event', 'At a kiosk']) assert.match(results, new RegExp(name))
  }),
)

test(
  'PLT-1: another commissioner’s staff find no entry',
  inHouse(slots, async (house) => {
    const { list, enter, lead } = await openConsultation(house)
    await enter('telephone', { travel: 'bus' })
    const stranger = await house.staff('administrator', await house.addCommissioner('elsewhere'))
    const there = (path: string) => path.replace('testshire', 'elsewhere')
    assert.equal((await house.get(there(list), { as: stranger })).status, 404)
    const removal = /href="([^"]*\/removal)"/.exec((await house.get(list, { as: lead })).text)?.[1] ?? ''
    assert.equal((await house.post(there(removal), { reason: 'Mischief' }, { as: stranger })).status, 404)
  }),
)

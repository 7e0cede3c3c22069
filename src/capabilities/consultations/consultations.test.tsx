import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContactPromise, Question } from '#capabilities/surveys'
import { inHouse, type TestHouse, type TestReply } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { draftConsultation, publishConsultation } from './index.ts'

const bus = { value: 'bus', label: 'Bus' }
const drive = { value: 'drive', label: 'I drive' }
const questions: Question[] = [{ key: 'travel', type: 'one-of', text: 'How do you travel?', required: true, options: [bus, drive] }]

const july = {
  title: 'Clinic hours',
  slug: 'clinic-hours',
  summary: 'We plan to open later.\n\nTell us what you think.',
  canChange: 'The hours\nThe days',
  cannotChange: 'The building',
  decides: 'The board decides in September.',
  opensOn: '2026-07-01',
  closesOn: '2026-07-31',
}
const page = '/testshire/consultations/clinic-hours'
const respond = `${page}/respond`

async function openConsultation(
  house: TestHouse,
  { promise = 'linked', places = [] }: { promise?: ContactPromise; places?: string[] } = {},
) {
  house.now = new Date('2026-06-20T10:00:00Z')
  const lead = await house.staff('engagement lead')
  const id = await house.within(lead, (ctx) => draftConsultation(ctx, { ...july, places, promise, questions }))
  const { surveyId } = await house.within(lead, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  return { lead, id, surveyId, record: `/testshire/desk/consultations/${id}` }
}

/** Every link of the error summary lands on something to fill in. */
function assertMistakesLand({ text }: TestReply, expected: string[]) {
  const summary = /<div class="nhsuk-error-summary"[\s\S]*?<\/ul>/.exec(text)?.[0] ?? ''
  const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string)
  assert.deepEqual(targets, expected)
  for (const id of targets) assert.match(text, new RegExp(`<(input|textarea|select)\\b[^>]* id="${id}"`), `#${id} is a field`)
}

test(
  'SAY-2: before it opens people can read it and not answer',
  inHouse(slots, async (house) => {
    await openConsultation(house)
    house.now = new Date('2026-06-30T22:59:00Z')
    assert.match((await house.get(page)).text, /You can answer from[\s\S]*1 July 2026/)
    assert.equal((await house.post(respond, { travel: 'bus' })).status, 409)
    assert.match((await house.get('/testshire/consultations')).text, /Nothing is open[\s\S]*Opening soon[\s\S]*Clinic hours/)
  }),
)

test(
  'SAY-2: closing early needs a reason, asks once, and everyone reads it',
  inHouse(slots, async (house) => {
    const { lead, record } = await openConsultation(house)
    assert.match((await house.get(record, { as: lead })).text, /Close it early/)
    const none = await house.post(`${record}/closure`, { reason: ' ' }, { as: lead })
    assert.equal(none.status, 422)
    assertMistakesLand(none, ['reason'])
    assert.match((await house.get(page)).text, /Have your say/)

    assert.equal((await house.post(`${record}/closure`, { reason: 'The building was sold' }, { as: lead })).location, record)
    assert.match((await house.get(page)).text, /closed early on[\s\S]*10 July 2026[\s\S]*The building was sold/)
    const late = await house.post(respond, { travel: 'bus', why: 'My words' })
    assert.deepEqual([late.status, /The building was sold[\s\S]*My words/.test(late.text)], [409, true])
    assert.match((await house.get(record, { as: lead })).text, /Closed it early[\s\S]*Test engagement lead/)
    assert.equal((await house.post(`${record}/closure`, { reason: 'Again' }, { as: lead })).status, 409)
  }),
)

test(
  'SAY-2: staff set out, change, question and publish a consultation; the public sees no draft',
  inHouse(slots, async (house) => {
    house.now = new Date('2026-06-20T10:00:00Z')
    const lead = await house.staff('engagement lead')
    const dates = {
      'opensOn-day': '1',
      'opensOn-month': '7',
      'opensOn-year': '2026',
      'closesOn-day': '31',
      'closesOn-month': '7',
      'closesOn-year': '2026',
    }
    const { slug: _, opensOn: __, closesOn: ___, ...words } = july
    const desk = '/testshire/desk/consultations'
    assert.match((await house.get(desk, { as: lead })).text, /There are no consultations yet/)
    assert.match((await house.get(`${desk}/new?beginning=formal`, { as: lead })).text, /What cannot change/)

    const wrong = await house.post(desk, { ...words, ...dates, 'closesOn-month': '6', title: '', promise: '' }, { as: lead })
    assert.equal(wrong.status, 422)
    assertMistakesLand(wrong, ['title', 'closesOn-day', 'promise'])
    assert.match(wrong.text, /value="31"/)
    const backwards = await house.post(
      desk,
      { ...words, ...dates, 'closesOn-month': '6', 'closesOn-day': '30', promise: 'linked' },
      { as: lead },
    )
    assertMistakesLand(backwards, ['closesOn-day'])

    const record = (await house.post(desk, { ...words, ...dates, promise: 'linked' }, { as: lead })).location
    assert.match(record, /^\/testshire\/desk\/consultations\/[0-9a-f-]{36}$/)
    assert.match((await house.get(record, { as: lead })).text, /Draft[\s\S]*You can publish it when it has a question/)
    assert.equal((await house.get(page)).status, 404)
    assert.equal((await house.get(respond)).status, 404)
    assert.equal((await house.post(`${record}/publication`, {}, { as: lead })).status, 409)

    assert.match((await house.get(`${record}/draft`, { as: lead })).text, /value="Clinic hours"[\s\S]*value="clinic-hours"/)
    await house.post(
      `${record}/draft`,
      { ...words, ...dates, title: 'Longer clinic hours', slug: 'clinic-hours', promise: 'anonymous' },
      { as: lead },
    )
    const builder = /href="([^"]*\/desk\/surveys\/[^"/]*)"/.exec((await house.get(record, { as: lead })).text)?.[1] ?? ''
    assert.match((await house.get(builder, { as: lead })).text, /Questions: Longer clinic hours[\s\S]*Anonymous/)
    await house.post(`${builder}/questions`, { type: 'long-text', text: 'What matters to you?' }, { as: lead })
    assert.match((await house.get(`${record}/publication`, { as: lead })).text, /People can answer from/)
    assert.equal((await house.post(`${record}/publication`, {}, { as: lead })).status, 303)

    const shown = await house.get(page)
    for (const part of [
      /Longer clinic hours/,
      /We plan to open later\.<\/p><p>Tell us/,
      /<li>The hours<\/li><li>The days<\/li>/,
      /The building/,
      /The board decides/,
      /We do not ask who you are/,
    ])
      assert.match(shown.text, part)
    const changed = await house.post(`${record}/draft`, { ...words, ...dates, promise: 'named' }, { as: lead })
    assert.deepEqual([changed.status, /It cannot be changed now/.test(changed.text)], [409, true])
    assert.match((await house.get(record, { as: lead })).text, /Published it[\s\S]*Set it out/)
  }),
)

test(
  'PLT-1: another commissioner has no such page, record or receipt',
  inHouse(slots, async (house) => {
    const { record } = await openConsultation(house)
    const elsewhere = await house.addCommissioner('elsewhere')
    const sent = await house.post(respond, { travel: 'bus' })
    const there = (path: string) => path.replace('testshire', 'elsewhere')
    for (const path of [page, respond, sent.location]) assert.equal((await house.get(there(path))).status, 404)
    assert.equal((await house.post(there(respond), { travel: 'bus' })).status, 404)
    const stranger = await house.staff('administrator', elsewhere)
    assert.equal((await house.get(record, { as: stranger })).status, 404)
    assert.equal((await house.get(there(record), { as: stranger })).status, 404)
  }),
)

test(
  'only engagement leads and administrators run consultations; others look',
  inHouse(slots, async (house) => {
    const { record } = await openConsultation(house)
    for (const role of ['auditor', 'analyst', 'approver'] as const) {
      const as = await house.staff(role)
      assert.match((await house.get(record, { as })).text, /Engagement leads and administrators change, publish and close/)
      assert.equal((await house.post(`${record}/closure`, { reason: 'Mischief' }, { as })).status, 403)
    }
  }),
)

test(
  'PUB-2: the public page is one rendering for all, and a response does not draw it anew',
  inHouse(slots, async (house) => {
    await openConsultation(house)
    const first = await house.get(page)
    await house.post(respond, { travel: 'bus' })
    const again = await house.get(page)
    assert.ok(first.header('etag'))
    assert.equal(again.header('etag'), first.header('etag'))
    assert.equal((await house.get(page, { headers: { 'if-none-match': first.header('etag') ?? '' } })).status, 304)
  }),
)

test(
  'the public list holds what is open and what has closed, page by page',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house)
    for (let at = 0; at < 52; at++)
      await house.within({ kind: 'operator' }, async (ctx) => {
        const closesOn = `2026-0${1 + (at % 6)}-28`
        const id = await draftConsultation(ctx, {
          ...july,
          slug: `past-${at}`,
          title: `Past ${at}.`,
          opensOn: '2025-12-01',
          closesOn,
          promise: 'linked',
          questions,
        })
        await publishConsultation(ctx, id)
      })
    const first = await house.get('/testshire/consultations')
    const next = /href="([^"]*\?after=[^"]*)"/.exec(first.text)?.[1] ?? ''
    const second = await house.get(next)
    assert.match(first.text, /Open now[\s\S]*Clinic hours[\s\S]*Closed/)
    const titles = [...`${first.text}${second.text}`.matchAll(/Past \d+\./g)].map(([title]) => title)
    assert.deepEqual([titles.length, new Set(titles).size], [52, 52])
    const desk = await house.get('/testshire/desk/consultations', { as: lead })
    assert.match(desk.text, /\?before=/)
  }),
)

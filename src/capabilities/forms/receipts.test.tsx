import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import { setAsideResponse } from '#capabilities/contributions'
import { type ContactPromise, type Question, releaseSurvey } from '#capabilities/surveys'
import type { Staff } from '#platform/context.ts'
import { pressed } from '#platform/plain-browser.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const questions: Question[] = [
  {
    key: 'q1',
    type: 'some-of',
    text: 'When could you come?',
    other: true,
    options: [
      { value: 'early', label: 'Before 9am' },
      { value: 'late', label: 'After 5pm' },
    ],
  },
  { key: 'q2', type: 'long-text', text: 'Why?' },
]
const respond = '/testshire/consultations/clinic-hours/respond'

async function openSurvey(
  house: TestHouse,
  { promise = 'linked', asked = questions }: { promise?: ContactPromise; asked?: Question[] } = {},
) {
  house.now = new Date('2026-06-20T10:00:00Z')
  const lead = await house.staff('engagement lead')
  const id = await house.within(lead, (ctx) =>
    draftConsultation(ctx, {
      title: 'Clinic hours',
      slug: 'clinic-hours',
      summary: 'We plan to open later.',
      canChange: 'The hours',
      cannotChange: 'The building',
      opensOn: '2026-07-01',
      closesOn: '2026-07-31',
      places: ['Skelderby', 'Hagthwaite'],
      promise,
      questions: asked,
    }),
  )
  const { surveyId } = await house.within(lead, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  return { lead, surveyId }
}

const standing = (house: TestHouse, lead: Staff) =>
  house.within(lead, async ({ db }) => ({
    words: (await db.selectFrom('readable_contributions').select('words').orderBy('id').execute()).map(({ words }) => words),
    choices: (await db.selectFrom('counted_answers').select('choices').execute()).map(({ choices }) => choices),
    places: (await db.selectFrom('counted_responses').select('place').execute()).map(({ place }) => place),
    consents: (await db.selectFrom('current_consents').select('purpose').orderBy('purpose').execute()).map(({ purpose }) => purpose),
  }))

const first = {
  q1: ['early', 'other'],
  'q1-other': 'At night',
  q2: 'It is far',
  'your-place': 'Skelderby',
  'quote-me': 'yes',
  'tell-me': 'yes',
  'your-email': 'ada@example.org',
}

/** Everything a PDF holds, its compressed parts too. */
function insideOf(pdf: Buffer): string {
  const parts = [pdf.toString('latin1')]
  for (const { index } of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const from = index + (pdf[index + 6] === 13 ? 8 : 7)
    try {
      parts.push(inflateSync(pdf.subarray(from, pdf.indexOf('endstream', from))).toString('latin1'))
    } catch {
      // Not compressed in this way: a part that is read as it stands.
    }
  }
  return parts.join('\n')
}

test(
  'field 25: the receipt as a PDF has a title, a language, headings and lists that a screen reader finds, and its fonts inside',
  inHouse(slots, async (house) => {
    await openSurvey(house)
    const { location } = await house.post(respond, { ...first, q2: 'Łódź, Ελλάδα, Москва, سارا' })
    assert.match((await house.get(location)).text, new RegExp(`href="${location}/copy"`))
    const copy = await house.server.fastify.inject({ url: `${location}/copy` })
    assert.equal(copy.statusCode, 200)
    assert.equal(copy.headers['content-type'], 'application/pdf')
    assert.match(String(copy.headers['content-disposition']), /attachment; filename="?receipt-[A-Z-]+\.pdf/)
    const inside = insideOf(copy.rawPayload)
    assert.match(inside, /^%PDF-1\.7/)
    for (const mark of ['/StructTreeRoot', '/Lang (en-GB)', '/DisplayDocTitle true', '/MarkInfo', '/FontFile2', 'pdfuaid:part'])
      assert.ok(inside.includes(mark), `${mark} is there`)
    for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody']) assert.match(inside, new RegExp(`/S /${tag}\\b`))
    assert.match(inside, /<dc:title>[\s\S]*Your answers: Clinic hours/)
    assert.doesNotMatch(inside, /Helvetica/)
  }),
)

test(
  'SAY-3: whoever has the receipt reads what they said; nobody reads it by anything else',
  inHouse(slots, async (house) => {
    await openSurvey(house)
    const { location } = await house.post(respond, first)
    const receipt = await house.get(location.toLowerCase().replace('testshire', 'testshire'))
    assert.match(receipt.text, /When could you come\?[\s\S]*Before 9am[\s\S]*At night[\s\S]*It is far/)
    assert.doesNotMatch(receipt.text, /ada@example/, 'the address is kept apart, and shown nowhere')
    for (const step of ['', '/copy', '/answers', '/withdrawal'])
      assert.equal((await house.get(`/testshire/consultations/clinic-hours/receipt/BBBB-BBBB-BBBB-BBBB${step}`)).status, 404)
    assert.equal((await house.post('/testshire/consultations/clinic-hours/receipt/BBBB-BBBB-BBBB-BBBB/withdrawal', {})).status, 404)
  }),
)

test(
  'SAY-3: answers are changed by the receipt until closing: the form comes back filled in, and the old answers count no more',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house)
    const { location } = await house.post(respond, first)
    const form = await house.get(`${location}/answers`)
    assert.equal(form.header('cache-control'), 'no-store')
    assert.doesNotMatch(form.text, /ada@example/)

    const { action, body } = pressed(form.text, 'Send your answers')
    assert.deepEqual(
      [body.q1, body['q1-other'], body.q2, body['your-place'], body['quote-me']],
      [['early', 'other'], 'At night', 'It is far', 'Skelderby', 'yes'],
    )
    const again = await house.post(action, { ...body, q1: 'late', 'q1-other': '', q2: 'It is not so far' })
    assert.equal(again.status, 303)
    assert.notEqual(again.location, location)
    assert.deepEqual(await standing(house, lead), {
      words: ['It is not so far'],
      choices: [['late']],
      places: ['Skelderby'],
      consents: ['be quoted'],
    })
    assert.match((await house.get(location)).text, /do not count any more/)
    assert.match((await house.get(again.location)).text, /It is not so far/)

    const twice = await house.post(action, { ...body, q2: 'From another window' })
    assert.equal(twice.status, 409)
    assert.match(twice.text, /changed these answers already[\s\S]*From another window/)
  }),
)

test(
  'SAY-3: answers are taken back by the receipt until closing; at the next request nobody reads them',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house)
    const { location } = await house.post(respond, first)
    assert.match((await house.get('/testshire/desk/contributions', { as: lead })).text, /It is far/)

    const asked = await house.get(`${location}/withdrawal`)
    assert.match(asked.text, /Take your answers back\?/)
    const { action, body } = pressed(asked.text, 'Take my answers back')
    const done = await house.post(action, body)
    assert.deepEqual([done.status, done.location], [303, location])
    assert.match((await house.get(location)).text, /do not count any more/)
    assert.deepEqual(await standing(house, lead), { words: [], choices: [], places: [], consents: [] })
    assert.doesNotMatch((await house.get('/testshire/desk/contributions', { as: lead })).text, /It is far/)
    assert.equal((await house.post(action, body)).status, 303, 'twice comes to the same')
  }),
)

test(
  'SAY-3: after closing answers are neither changed nor taken back, and the reason is said',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house)
    const { location } = await house.post(respond, first)
    const { action, body } = pressed((await house.get(`${location}/answers`)).text, 'Send your answers')
    house.now = new Date('2026-07-31T23:30:00Z')
    const receipt = await house.get(location)
    assert.doesNotMatch(receipt.text, /\/answers"|\/withdrawal"/)
    assert.match(receipt.text, /no longer change your answers/)
    for (const reply of [
      await house.get(`${location}/answers`),
      await house.get(`${location}/withdrawal`),
      await house.post(`${location}/withdrawal`, {}),
    ]) {
      assert.equal(reply.status, 409)
      assert.match(reply.text, /You can no longer change your answers[\s\S]*closed at midnight[\s\S]*31 July 2026/)
    }
    assert.equal((await house.post(action, body)).status, 409)
    assert.deepEqual((await standing(house, lead)).words, ['At night', 'It is far'])
  }),
)

test(
  'SAY-3: answers that were set aside can be changed, and many pages begin at the look at it all',
  inHouse(slots, async (house) => {
    const asked = questions.map((question, at) => ({ ...question, page: `Page of question ${at + 1}` }))
    const { lead } = await openSurvey(house, { asked })
    const { location } = await house.post(respond, { ...first, 'survey-step': 'check', 'survey-go': 'send' })
    const [response] = await house.within(lead, ({ db }) => db.selectFrom('responses').select('id').execute())
    await house.within(lead, (ctx) => setAsideResponse(ctx, response?.id ?? '', 'It looked like a robot'))
    const check = await house.get(`${location}/answers`)
    assert.match(check.text, /Check your answers[\s\S]*Before 9am[\s\S]*It is far/)
    const { action, body } = pressed(check.text, 'Send your answers')
    assert.equal((await house.post(action, body)).status, 303)
    assert.deepEqual((await standing(house, lead)).words, ['At night', 'It is far'])
  }),
)

test(
  'SAY-1: answers are changed at the newest questions that they fit, and at their own where they do not',
  inHouse(slots, async (house) => {
    const { lead, surveyId } = await openSurvey(house)
    const { location } = await house.post(respond, first)
    const builder = `/testshire/desk/surveys/${surveyId}`
    await house.post(`${builder}/questions/q2`, { text: 'Why is that?' }, { as: lead })
    await house.within(lead, (ctx) => releaseSurvey(ctx, surveyId))
    const form = await house.get(`${location}/answers`)
    assert.match(form.text, /Why is that\?[\s\S]*It is far/)
  }),
)

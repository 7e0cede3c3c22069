import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import type { Question } from '#capabilities/surveys'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { channelTotals } from './index.ts'
import { jobs } from './jobs.ts'

const questions: Question[] = [{ key: 'why', type: 'long-text', text: 'Why?' }]
const texts = '/testshire/desk/texts'

/** An open consultation, and a line to it: a number, and perhaps a keyword. */
async function withTexts(house: TestHouse, { keyword = '' } = {}) {
  house.now = new Date('2026-06-20T10:00:00Z')
  const admin = await house.staff('administrator')
  const words = { title: 'Clinic hours', slug: 'clinic-hours', summary: 'Later.', canChange: 'Hours', cannotChange: 'Place' }
  const dates = { decides: 'The board.', opensOn: '2026-07-01', closesOn: '2026-07-31' }
  const id = await house.within(admin, (ctx) => draftConsultation(ctx, { ...words, ...dates, promise: 'anonymous', questions }))
  const { surveyId } = await house.within(admin, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  const made = await house.post(`${texts}/secret`, {}, { as: admin })
  const secret = /gt-reference">([\w-]{43})</.exec(made.text)?.[1] ?? ''
  const line = await house.post(
    '/testshire/desk/texts/lines',
    { number: '07700 900000', keyword, question: `${surveyId} why` },
    { as: admin },
  )
  assert.equal(line.status, 303)
  const text = (message: string, given: Record<string, unknown> = {}, authorization = `Bearer ${secret}`) =>
    house.server.fastify.inject({
      method: 'POST',
      url: '/testshire/callbacks/notify/texts',
      headers: { authorization },
      payload: {
        id: '3d1c0a52-0000-4000-8000-000000000001',
        source_number: '447700900123',
        destination_number: '447700900000',
        message,
        date_received: '2026-07-10T09:00:00.000000Z',
        ...given,
      },
    })
  const totals = () => house.within(admin, (ctx) => channelTotals(ctx.db, surveyId))
  return { admin, surveyId, secret, text, totals }
}

const rows = (house: TestHouse, table: 'contributions' | 'text_senders') =>
  house.database.within({ commissionerId: house.commissioner.id }, (db) => db.selectFrom(table).selectAll().execute()) as Promise<
    Record<string, unknown>[]
  >

test(
  'SAY-3: a text message becomes one response to its question; sent again by Notify it adds nothing',
  inHouse(slots, async (house) => {
    const { text, totals, secret, admin } = await withTexts(house, { keyword: 'ward' })
    assert.equal((await text('Ward Keep it open')).statusCode, 204)
    assert.equal((await text('Ward Keep it open')).statusCode, 204)
    assert.deepEqual((await totals()).channels, [{ channel: 'text', count: 1 }])
    const [said] = await rows(house, 'contributions')
    assert.deepEqual([said?.words, said?.question_key], ['Keep it open', 'why'])
    assert.ok(!house.logged.join('').includes(secret))
    assert.ok(!(await house.get(texts, { as: admin })).text.includes(secret), 'the secret is shown once')
  }),
)

test(
  'SAY-3: a second message from one telephone is marked and counted; the number is kept nowhere, and cannot be told again after closing',
  inHouse(slots, async (house) => {
    const { text, totals } = await withTexts(house)
    await text('First', { id: 'a' })
    await text('Second', { id: 'b', source_number: '+44 7700 900123' })
    await text('Another', { id: 'c', source_number: '447700900999' })
    assert.deepEqual([(await totals()).responses, (await totals()).repeatedTexts], [3, 1])
    assert.equal((await rows(house, 'text_senders')).length, 2)
    const everything = await house.database.within({ commissionerId: house.commissioner.id }, async (db) =>
      JSON.stringify([
        await db.selectFrom('responses').selectAll().execute(),
        await db.selectFrom('contributions').selectAll().execute(),
        await db.selectFrom('events').selectAll().execute(),
        await db.selectFrom('text_senders').selectAll().execute(),
      ]),
    )
    assert.doesNotMatch(`${everything}${house.logged.join('')}`, /7700\s?900123/)

    const [forget] = jobs
    const run = () => forget!.run((work) => house.within({ kind: 'system' }, work), {})
    await run()
    assert.equal((await rows(house, 'text_senders')).length, 2)
    house.now = new Date('2026-08-01T10:00:00Z')
    await run()
    assert.deepEqual(await rows(house, 'text_senders'), [])
  }),
)

test(
  'SAY-3: a caller without the secret, a broken call and a message for nothing are refused, with nothing half-written',
  inHouse(slots, async (house) => {
    const { text, admin, totals } = await withTexts(house, { keyword: 'ward' })
    assert.equal((await text('Ward Yes', {}, 'Bearer wrong')).statusCode, 401)
    assert.equal((await text('Ward Yes', {}, '')).statusCode, 401)
    assert.equal((await text('Ward Yes', { date_received: 'yesterday' })).statusCode, 422)
    assert.equal((await text('Hello', { id: 'a' })).statusCode, 204)
    assert.equal((await text('Ward', { id: 'b' })).statusCode, 204)
    house.now = new Date('2026-08-02T10:00:00Z')
    assert.equal((await text('Ward Too late', { id: 'c', date_received: '2026-08-01T10:00:00Z' })).statusCode, 204)
    assert.equal((await totals()).responses, 0)
    const shown = (await house.get(texts, { as: admin })).text
    assert.match(
      shown,
      /1 message went to a number that no consultation has[\s\S]*1 message held no words[\s\S]*1 message came when the consultation was not open/,
    )
    assert.doesNotMatch(shown, /Too late</)

    // A new secret stops the old one.
    await house.post(`${texts}/secret`, {}, { as: admin })
    assert.equal((await text('Ward Yes', { id: 'd' })).statusCode, 401)
  }),
)

test(
  'PLT-1: another commissioner’s secret opens nothing here',
  inHouse(slots, async (house) => {
    const { text } = await withTexts(house)
    const stranger = await house.staff('administrator', await house.addCommissioner('elsewhere'))
    const made = await house.post('/elsewhere/desk/texts/secret', {}, { as: stranger })
    const theirs = /gt-reference">([\w-]{43})</.exec(made.text)?.[1] ?? ''
    assert.equal((await text('Yes', {}, `Bearer ${theirs}`)).statusCode, 401)
  }),
)

test(
  'the form for a number says what is wrong, ends a line, and auditors do not see it',
  inHouse(slots, async (house) => {
    const { admin, surveyId } = await withTexts(house)
    const wrong = await house.post(`${texts}/lines`, { number: 'ring me', keyword: 'two words', question: 'elsewhere q9' }, { as: admin })
    assert.match(wrong.text, /Enter a telephone number[\s\S]*one word of letters[\s\S]*value="ring me"/)
    assert.match(
      (await house.post(`${texts}/lines`, { number: '60006', question: 'elsewhere q9' }, { as: admin })).text,
      /Choose the question/,
    )
    assert.equal((await house.post(`${texts}/lines`, { number: '+447700900000', question: `${surveyId} why` }, { as: admin })).status, 409)
    const end = /action="([^"]*\/end)"/.exec((await house.get(texts, { as: admin })).text)?.[1] ?? ''
    assert.equal((await house.post(end, {}, { as: admin })).status, 303)
    assert.match((await house.get(texts, { as: admin })).text, /No number leads to a question yet/)
    assert.equal((await house.get(texts, { as: await house.staff('auditor') })).status, 403)
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consentWordings, recordConsent, withdrawConsent } from '#capabilities/people'
import { draftSurvey, type GivenAnswer, type Question, releaseSurvey, type SurveyVersion } from '#capabilities/surveys'
import type { Actor, Context } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import {
  contributionsOf,
  findReadable,
  findReceipt,
  liftRedaction,
  liftWithholding,
  receiveResponse,
  redact,
  redactWords,
  withhold,
} from './index.ts'
import { listRedactions } from './queries/withhold.ts'

const operator: Actor = { kind: 'operator' }
const anyone: Actor = { kind: 'public' }
const origin = '00000000-0000-0000-0000-000000000000'

const questions: Question[] = [
  {
    key: 'travel',
    type: 'some-of',
    text: 'How do you get there?',
    options: [
      { value: 'bus', label: 'By bus' },
      { value: 'car', label: 'By car' },
    ],
    other: true,
  },
  { key: 'why', type: 'long-text', text: 'Why do you say so?' },
]

const surveyIn = (house: TestHouse, promise: 'named' | 'linked' | 'anonymous' = 'linked') =>
  house.within(operator, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'The clinic', promise, questions })
    await releaseSurvey(ctx, version.surveyId)
    return version
  })

const answersOf = (words: string): GivenAnswer[] => [
  { question: questions[0]!, choices: ['bus', 'other'], words: 'By boat' },
  { question: questions[1]!, choices: null, words },
]

const say = (house: TestHouse, version: SurveyVersion, words: string) =>
  house.within(anyone, async (ctx) => {
    const kept = await receiveResponse(ctx, { version, answers: answersOf(words), channel: 'web' })
    const all = await contributionsOf(ctx.db, [kept.responseId])
    return { ...kept, id: all.find(({ questionKey }) => questionKey === 'why')!.id }
  })

const eventsAbout = (ctx: Context, name: string) => ctx.db.selectFrom('events').selectAll().where('name', '=', name).execute()

test(
  'SAY-11: what was ticked, what was said, and the words of “other” are kept as one response, under one event that holds their digests',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { responseId, receipt } = await say(house, version, ' The bus stops at 6pm.\u0065\u0301 ')
    await house.within(operator, async (ctx) => {
      const said = await contributionsOf(ctx.db, [responseId])
      assert.deepEqual(said.map(({ questionKey, words }) => [questionKey, words]).sort(), [
        ['travel', 'By boat'],
        ['why', 'The bus stops at 6pm.é'],
      ])
      const [event, ...more] = await eventsAbout(ctx, 'response.submitted')
      assert.equal(more.length, 0)
      const rows = (
        await Promise.all(
          slots.spine.filter(({ kind }) => ['response', 'contribution'].includes(kind)).map((kind) => kind.read(ctx, origin, 10)),
        )
      ).flat()
      assert.deepEqual((event!.digests as unknown[]).toSorted(), rows.map((row) => [row.kind, row.id, digestOf(row)]).sort())
      assert.deepEqual(await findReceipt(ctx.db, receipt.toLowerCase().replaceAll('-', ' ')), { responseId })
      assert.equal(await findReceipt(ctx.db, 'BBBB-BBBB-BBBB-BBBB'), null)
    })
  }),
)

test(
  'an anonymous response holds no person, no minute and no id that tells when it was made',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house, 'anonymous')
    house.now = new Date('2026-03-10T23:47:11Z')
    await say(house, version, 'Nobody knows')
    await house.within(operator, async ({ db }) => {
      const row = await db.selectFrom('responses').selectAll().executeTakeFirstOrThrow()
      assert.equal(row.received_at.toISOString(), '2026-03-10T23:00:00.000Z')
      assert.equal(row.person_id, null)
      const ids = [row.id, ...(await db.selectFrom('contributions').select('id').execute()).map(({ id }) => id)]
      for (const id of ids) assert.equal(id[14], '4')
    })
  }),
)

test(
  'a withheld contribution is in no list, no search and no export; lifted, it is back',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id, responseId } = await say(house, version, 'The porter told me about his divorce')
    const lead = await house.staff('engagement lead')
    const analyst = await house.staff('analyst')
    const withholding = await house.within(lead, (ctx) => withhold(ctx, id, { audience: 'everyone', reason: 'Tells of somebody else' }))

    for (const query of ['', '?words=divorce', '?hidden=withheld'])
      assert.doesNotMatch((await house.get(`/testshire/desk/contributions${query}`, { as: analyst })).text, /told me about his divorce/)
    assert.doesNotMatch((await house.get(`/testshire/desk/contributions/${id}`, { as: analyst })).text, /divorce/)
    assert.doesNotMatch((await house.post('/testshire/desk/contributions/download', {}, { as: analyst })).text, /divorce/)
    assert.match((await house.get(`/testshire/desk/contributions/${id}`, { as: lead })).text, /divorce/)
    await house.within(analyst, async (ctx) => {
      await assert.rejects(findReadable(ctx.db, id), NotFound)
      assert.equal((await contributionsOf(ctx.db, [responseId])).length, 1)
      assert.ok(!(await slots.threadKinds.find(({ kind }) => kind === 'contribution')!.describe(ctx, [id]))[0]!.label.includes('divorce'))
    })

    await house.within(lead, (ctx) => liftWithholding(ctx, withholding, { reason: 'He is glad of it' }))
    assert.match((await house.get('/testshire/desk/contributions', { as: analyst })).text, /divorce/)
  }),
)

test(
  'the public reads what someone agreed to have quoted, and nothing from the moment they withdraw it',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id, responseId } = await say(house, version, 'Keep the bus')
    const readable = () => house.within(anyone, ({ db }) => contributionsOf(db, [responseId], 'public'))
    assert.equal((await readable()).length, 0)

    const consent = await house.within(anyone, (ctx) =>
      recordConsent(ctx, { personId: null, responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] }),
    )
    assert.equal((await readable()).length, 2)

    const lead = await house.staff('engagement lead')
    await house.within(lead, (ctx) => withhold(ctx, id, { audience: 'public', reason: 'Names a street' }))
    assert.deepEqual(
      (await readable()).map(({ words }) => words),
      ['By boat'],
    )
    await house.within(anyone, (ctx) => withdrawConsent(ctx, consent))
    assert.equal((await readable()).length, 0)
    assert.equal((await house.within(lead, ({ db }) => findReadable(db, id))).words, 'Keep the bus')
  }),
)

test(
  'redacted words are blacked out by code points wherever they stand, and can be put back',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id } = await say(house, version, '😀 Nurse Joy Marsh was kind. Thank you Joy Marsh 😀')
    const lead = await house.staff('engagement lead')
    assert.equal(await house.within(lead, (ctx) => redactWords(ctx, id, { words: 'Joy Marsh', reason: 'Names a nurse' })), 2)

    const words = () => house.within(lead, async ({ db }) => (await findReadable(db, id)).words)
    assert.equal(await words(), '😀 Nurse █████████ was kind. Thank you █████████ 😀')
    const analyst = await house.staff('analyst')
    for (const path of ['', '?words=Nurse', `/${id}`]) {
      const { text } = await house.get(`/testshire/desk/contributions${path}`, { as: analyst })
      assert.match(text, /\[removed\]/)
      assert.doesNotMatch(text, /Joy/)
    }
    assert.doesNotMatch((await house.get('/testshire/desk/contributions?words=Joy', { as: analyst })).text, /was kind/)
    assert.match(
      (await house.post('/testshire/desk/contributions/download', {}, { as: analyst })).text,
      /Nurse \[removed\] was kind\. Thank you \[removed\]/,
    )

    await house.within(lead, async (ctx) => {
      const [first] = await listRedactions(ctx.db, id)
      await liftRedaction(ctx, first!.id, { reason: 'She asked for it' })
    })
    assert.equal(await words(), '😀 Nurse Joy Marsh was kind. Thank you █████████ 😀')
    await assert.rejects(
      house.within(lead, (ctx) => redact(ctx, id, { spans: [{ startAt: 49, endAt: 60 }], reason: 'Beyond the end' })),
      Refused,
    )
  }),
)

test(
  'only an engagement lead or an administrator withholds and redacts',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id } = await say(house, version, 'Fine')
    for (const role of ['analyst', 'approver', 'auditor'] as const) {
      const staff = await house.staff(role)
      for (const act of ['withholding', 'redaction'])
        assert.equal((await house.post(`/testshire/desk/contributions/${id}/${act}`, { reason: 'x' }, { as: staff })).status, 403)
      await assert.rejects(
        house.within(staff, (ctx) => withhold(ctx, id, { audience: 'public', reason: 'x' })),
        NotAllowed,
      )
    }
  }),
)

test(
  'a redaction is asked for in words: a mistake is shown with what was typed, and the record says what was done',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id } = await say(house, version, 'Dr Bloom <b>was</b> late')
    const administrator = await house.staff('administrator')
    const address = `/testshire/desk/contributions/${id}`

    const wrong = await house.post(`${address}/redaction`, { words: 'dr bloom', reason: '' }, { as: administrator })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /href="#reason"/)
    const absent = await house.post(`${address}/redaction`, { words: 'dr bloom', reason: 'Names a doctor' }, { as: administrator })
    assert.equal(absent.status, 422)
    assert.match(absent.text, /Those words are not in it/)
    assert.match(absent.text, /value="dr bloom"/)

    const done = await house.post(`${address}/redaction`, { words: 'Dr Bloom', reason: 'Names a doctor' }, { as: administrator })
    assert.equal(done.status, 303)
    const { text } = await house.get(address, { as: administrator })
    assert.match(text, /&lt;b>was/)
    assert.match(text, /Names a doctor/)
    assert.match(text, /Removed words in 1 place/)
    const lift = /href="([^"]+redactions[^"]+)"/.exec(text)![1]!
    assert.equal((await house.get(lift, { as: administrator })).status, 200)
    assert.equal((await house.post(lift, { reason: '' }, { as: administrator })).status, 422)
    assert.equal((await house.post(lift, { reason: 'He agreed' }, { as: administrator })).status, 303)
    assert.equal((await house.post(lift, { reason: 'Again' }, { as: administrator })).status, 404)
  }),
)

test(
  'whoever reads or takes contributions is written down, with what they looked for but not the words',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id } = await say(house, version, 'Late again')
    const analyst = await house.staff('analyst')
    await house.get(`/testshire/desk/contributions?survey=${version.surveyId}&words=late`, { as: analyst })
    await house.get(`/testshire/desk/contributions/${id}`, { as: analyst })
    await house.post('/testshire/desk/contributions/download', { survey: version.surveyId }, { as: analyst })
    await house.within(operator, async (ctx) => {
      assert.deepEqual(
        (await eventsAbout(ctx, 'contributions.read')).map(({ detail, actor_id }) => [detail, actor_id]),
        [
          [{ survey: version.surveyId, searched: true, count: 1 }, analyst.id],
          [{ contribution: id, count: 1 }, analyst.id],
        ],
      )
      assert.equal((await eventsAbout(ctx, 'contributions.exported')).length, 1)
    })
    const approver = await house.staff('approver')
    assert.equal((await house.post('/testshire/desk/contributions/download', {}, { as: approver })).status, 403)
  }),
)

test(
  'the list says how to begin when there is nothing, and goes on page by page',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    assert.match((await house.get('/testshire/desk/contributions', { as: analyst })).text, /Nobody has said anything yet/)
    const version = await surveyIn(house)
    await house.within(anyone, async (ctx) => {
      for (let count = 0; count < 30; count++)
        await receiveResponse(ctx, { version, answers: answersOf(`Comment ${count}.`), channel: 'web' })
    })
    const first = await house.get('/testshire/desk/contributions', { as: analyst })
    const next = /href="([^"]+after=[^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
    const second = await house.get(next, { as: analyst })
    const found = [...`${first.text}${second.text}`.matchAll(/<p dir="auto">Comment (\d+)\./g)].map(([, number]) => Number(number))
    assert.deepEqual(
      found,
      Array.from({ length: 30 }, (_, at) => 29 - at),
    )
  }),
)

test(
  'nobody of another commissioner finds a contribution by its id',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const { id } = await say(house, version, 'Ours alone')
    const elsewhere = await house.addCommissioner('elsewhere')
    const stranger = await house.staff('administrator', elsewhere)
    assert.equal((await house.get(`/elsewhere/desk/contributions/${id}`, { as: stranger })).status, 404)
    assert.equal((await house.get(`/elsewhere/desk/contributions/not-an-id`, { as: stranger })).status, 404)
    assert.equal(
      (await house.post(`/elsewhere/desk/contributions/${id}/withholding`, { audience: 'public', reason: 'x' }, { as: stranger })).status,
      404,
    )
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftSurvey, type GivenAnswer, type Question, releaseSurvey } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts'
import { keepFile } from '#platform/files.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import {
  contributionsOf,
  findHeld,
  findStanding,
  isFirstSending,
  listGiven,
  receiveResponse,
  releaseHeld,
  setAsideResponse,
  takeBackIn,
  withdrawResponse,
} from './index.ts'

const operator: Actor = { kind: 'operator' }
const anyone: Actor = { kind: 'public' }

const travel: Question = {
  key: 'travel',
  type: 'some-of',
  text: 'How do you get there?',
  options: [
    { value: 'bus', label: 'By bus' },
    { value: 'car', label: 'By car' },
  ],
}
const why: Question = { key: 'why', type: 'long-text', text: 'Why do you say so?' }
const age: Question = {
  key: 'age',
  type: 'one-of',
  text: 'How old are you?',
  options: [
    { value: 'over-60', label: 'Over 60' },
    { value: 'under-60', label: 'Under 60' },
  ],
  block: 'equality',
}
const email: Question = { key: 'email', type: 'short-text', text: 'Your address' }

const surveyIn = (house: TestHouse) =>
  house.within(operator, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'The clinic', promise: 'linked', questions: [travel, why, age] })
    await releaseSurvey(ctx, version.surveyId)
    return version
  })

const given: GivenAnswer[] = [
  { question: travel, choices: ['bus'], words: null },
  { question: why, choices: null, words: 'It is far' },
  { question: age, choices: ['over-60'], words: null },
  { question: email, choices: null, words: null, apart: 'somebody@example.org' },
]

/** A response, with a look at the words of which some are to be held. */
const say = (house: TestHouse, { heldFor = null }: { heldFor?: string | null } = {}) =>
  surveyIn(house).then((version) =>
    house.within(anyone, async (ctx) => {
      const noticed: string[] = []
      const screen = { look: () => heldFor, noticed: async (_: unknown, ids: readonly string[]) => void noticed.push(...ids) }
      const kept = await receiveResponse({ ...ctx, slots: { ...ctx.slots, screen } }, { version, answers: given, channel: 'web' })
      return { ...kept, noticed, surveyId: version.surveyId }
    }),
  )

const counted = (house: TestHouse) =>
  house.within(operator, async ({ db }) => ({
    responses: (await db.selectFrom('counted_responses').select('id').execute()).length,
    answers: (await db.selectFrom('counted_answers').select('question_key').execute()).map(({ question_key }) => question_key),
    equality: (await db.selectFrom('counted_equality_answers').select('question_key').execute()).length,
    readable: (await db.selectFrom('readable_contributions').select('id').execute()).length,
  }))
const everything = { responses: 1, answers: ['travel'], equality: 1, readable: 1 }
const nothing = { responses: 0, answers: [], equality: 0, readable: 0 }

test(
  'PEO-6: equality answers and what is kept apart are in tables of their own, and in no list of answers or words',
  inHouse(slots, async (house) => {
    const { responseId } = await say(house)
    assert.deepEqual(await counted(house), everything)
    await house.within(operator, async ({ db }) => {
      const apart = await db.selectFrom('apart_answers').select(['question_key', 'value']).execute()
      assert.deepEqual(apart, [{ question_key: 'email', value: 'somebody@example.org' }])
      const shown = JSON.stringify([await contributionsOf(db, [responseId]), await db.selectFrom('events').selectAll().execute()])
      assert.doesNotMatch(shown, /somebody|over-60/)
    })
  }),
)

test(
  'SAY-3: a response taken back is read and counted by nobody, and cannot be taken back twice',
  inHouse(slots, async (house) => {
    const { responseId } = await say(house)
    await house.within(anyone, (ctx) => withdrawResponse(ctx, responseId))
    assert.deepEqual(await counted(house), nothing)
    await house.within(operator, async (ctx) => {
      await assert.rejects(findStanding(ctx.db, responseId), NotFound)
      await assert.rejects(withdrawResponse(ctx, responseId), NotFound)
    })
  }),
)

test(
  'SAY-3: what a person gave is there to change, but not what is kept apart',
  inHouse(slots, async (house) => {
    const { responseId } = await say(house)
    const before = await house.within(anyone, ({ db }) => listGiven(db, responseId))
    assert.deepEqual(
      before.toSorted((one, other) => (one.questionKey < other.questionKey ? -1 : 1)),
      [
        { questionKey: 'age', choices: ['over-60'], words: null },
        { questionKey: 'travel', choices: ['bus'], words: null },
        { questionKey: 'why', choices: null, words: 'It is far' },
      ],
    )
  }),
)

test(
  'SAY-4: a response is set aside with a reason and taken back in with another; nothing is dropped',
  inHouse(slots, async (house) => {
    const { responseId } = await say(house)
    const lead = await house.staff('engagement lead')
    await house.within(lead, (ctx) => setAsideResponse(ctx, responseId, 'Sent twice by one person'))
    assert.deepEqual(await counted(house), nothing)
    await house.within(lead, async (ctx) => {
      assert.equal((await findStanding(ctx.db, responseId)).set_aside, true)
      await assert.rejects(setAsideResponse(ctx, responseId, 'Again'), Refused)
    })
    await house.within(lead, (ctx) => takeBackIn(ctx, responseId, 'They were two people'))
    assert.deepEqual(await counted(house), everything)
    await house.within(lead, (ctx) => assert.rejects(takeBackIn(ctx, responseId, 'Again'), NotFound))
  }),
)

test(
  'SAY-4: only those who answer for the consultation set responses aside',
  inHouse(slots, async (house) => {
    const { responseId } = await say(house)
    for (const role of ['analyst', 'approver', 'auditor'] as const) {
      const staff = await house.staff(role)
      await house.within(staff, (ctx) => assert.rejects(setAsideResponse(ctx, responseId, 'No'), NotAllowed))
    }
  }),
)

test(
  'issue 3 item 16: held words wait for someone on duty; the rest of the response counts',
  inHouse(slots, async (house) => {
    const { responseId, noticed } = await say(house, { heldFor: 'danger' })
    assert.equal(noticed.length, 1)
    assert.deepEqual(await counted(house), { ...everything, readable: 0 })
    await house.within(operator, async (ctx) => {
      assert.equal((await findHeld(ctx.db, noticed[0]!)).response_id, responseId)
      await releaseHeld(ctx, noticed[0]!)
      await assert.rejects(releaseHeld(ctx, noticed[0]!), NotFound)
    })
    assert.deepEqual(await counted(house), everything)
  }),
)

test(
  'SAY-3: a sender that sends twice is known by its key, for one commissioner',
  inHouse(slots, async (house) => {
    const first = () => house.within(anyone, (ctx) => isFirstSending(ctx, 'kiosk-1-0001'))
    assert.equal(await first(), true)
    assert.equal(await first(), false)
    const other = await house.addCommissioner('othershire')
    assert.equal(await house.within(anyone, (ctx) => isFirstSending(ctx, 'kiosk-1-0001'), other), true)
  }),
)

test(
  'SAY-1: a file that came with an answer is staff’s to save, as a download, recorded; a file that waits for nobody cannot be given',
  inHouse(slots, async (house) => {
    const photo: Question = { key: 'photo', type: 'file', text: 'A picture of the ramp' }
    const version = await house.within(operator, async (ctx) => {
      const drafted = await draftSurvey(ctx, { title: 'The ramp', promise: 'linked', questions: [photo, why] })
      await releaseSurvey(ctx, drafted.surveyId)
      return drafted
    })
    const upload = { name: 'ramp.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
    const send = (id: string) =>
      house.within(anyone, (ctx) =>
        receiveResponse(ctx, { version, channel: 'web', answers: [{ question: photo, choices: null, words: null, files: [id] }] }),
      )
    const { id } = await house.within(anyone, (ctx) => keepFile(ctx, upload, { purpose: 'answer', waits: true }))
    const { responseId } = await send(id)
    await assert.rejects(send(id), Refused)

    const [analyst, approver] = [await house.staff('analyst'), await house.staff('approver')]
    const list = `/testshire/desk/answer-files/${version.surveyId}`
    assert.match((await house.get(list, { as: approver })).text, /ramp\.pdf[\s\S]*A picture of the ramp/)
    assert.equal((await house.get(`${list}/${id}`, { as: approver })).status, 403)
    assert.match((await house.get(`${list}/${id}`, { as: analyst })).header('content-disposition') ?? '', /^attachment/)
    const read = await house.within(operator, ({ db }) =>
      db.selectFrom('events').select('actor_id').where('name', '=', 'answer-file.read').execute(),
    )
    assert.deepEqual(read, [{ actor_id: analyst.id }])

    await house.within(anyone, (ctx) => withdrawResponse(ctx, responseId))
    assert.equal((await house.get(`${list}/${id}`, { as: analyst })).status, 404)
  }),
)

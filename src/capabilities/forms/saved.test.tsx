import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { countWaiting } from '#capabilities/drafts'
import type { ContactPromise, Question } from '#capabilities/surveys'
import type { Body } from '#platform/forms.ts'
import { sendMessage } from '#platform/mail.ts'
import { pressed } from '#platform/plain-browser.ts'
import { inHouse, type TestHouse, type TestReply } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const system = { kind: 'system' } as const
const questions: Question[] = [
  { key: 'q1', type: 'short-text', page: 'One', text: 'What is good?' },
  { key: 'q2', type: 'long-text', page: 'Two', text: 'What is bad?' },
  { key: 'q3', type: 'email', text: 'Where can the surveyors write to you?' },
]
const respond = '/testshire/consultations/clinic-hours/respond'

async function openSurvey(house: TestHouse, promise: ContactPromise = 'linked') {
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
      promise,
      questions: promise === 'anonymous' ? questions.slice(0, 2) : questions,
    }),
  )
  const { surveyId } = await house.within(lead, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  return { lead, id, surveyId }
}

async function press(house: TestHouse, on: TestReply, button: string, typed: Body = {}) {
  const { action, body } = pressed(on.text, button, typed)
  return house.post(action, body)
}

/** Save what is on this page, and open the link that comes by email. */
async function saveAndReturn(house: TestHouse, on: TestReply, typed: Body): Promise<{ open: () => Promise<TestReply> }> {
  const asked = await press(house, on, 'Save and come back later', typed)
  const saved = await press(house, asked, 'Save and send me a link', { 'return-address': 'ada@example.org' })
  assert.deepEqual([saved.status, saved.location], [303, '/testshire/saved'])
  const letters: string[] = []
  const send = sendMessage({ send: async ({ text }) => void letters.push(text), close() {} }, 'https://involve.example.nhs.uk')
  for (const { id } of await house.within(system, ({ db }) => db.selectFrom('messages').select('id').execute()))
    await send.run((work) => house.within(system, work), { message: id })
  const [, link = ''] = /(\/testshire\/saved\/[\w-]+)/.exec(letters.at(-1) ?? '') ?? []
  return { open: async () => press(house, await house.get(link), 'Continue your answers') }
}

test(
  'SAY-3: answers are saved half way, and the link opens the page they were left on, with all that was typed',
  inHouse(slots, async (house) => {
    const { lead, surveyId } = await openSurvey(house)
    const two = await press(house, await house.get(respond), 'Continue', { q1: 'The nurses' })
    const { open } = await saveAndReturn(house, two, { q2: 'Half a sen', q3: 'ada@example.net' })
    const back = await open()
    assert.match(back.text, /page 2 of 4[\s\S]*Two[\s\S]*Half a sen<\/textarea>/)
    assert.doesNotMatch(back.text, /ada@example/, 'what is kept apart from all answers is not saved among them')
    assert.equal(await house.within(lead, (ctx) => countWaiting(ctx.db, surveyId)), 1)

    const you = await press(house, back, 'Continue', { q2: 'Half a sentence' })
    const sent = await press(house, await press(house, you, 'Continue'), 'Send your answers')
    assert.equal(sent.status, 303)
    assert.match((await house.get(sent.location)).text, /The nurses[\s\S]*Half a sentence/)
    assert.equal(await house.within(lead, (ctx) => countWaiting(ctx.db, surveyId)), 0, 'nobody is reminded of what was sent')
    assert.equal((await open().catch(() => ({ status: 404 }))).status, 404)
  }),
)

test(
  'SAY-3: without a right address nothing is saved, and all that was typed goes along',
  inHouse(slots, async (house) => {
    await openSurvey(house)
    const asked = await press(house, await house.get(respond), 'Save and come back later', { q1: 'The nurses' })
    assert.match(asked.text, /Save your answers and come back later/)
    const wrong = await press(house, asked, 'Save and send me a link', { 'return-address': 'ada@' })
    assert.equal(wrong.status, 422)
    const { body } = pressed(wrong.text, 'Save and send me a link')
    assert.equal(body.q1, 'The nurses')
  }),
)

test(
  'field 8, field 23: what an anonymous survey saves holds nobody, and the device keeps nothing',
  inHouse(slots, async (house) => {
    const { lead } = await openSurvey(house, 'anonymous')
    const first = await house.get(respond)
    const { open } = await saveAndReturn(house, first, {
      q1: 'The nurses',
      'your-name': 'Ada',
      'your-email': 'ada@example.net',
      'tell-me': 'yes',
    })
    const [draft] = await house.within(lead, ({ db }) => db.selectFrom('drafts').selectAll().execute())
    assert.doesNotMatch(JSON.stringify(draft), /Ada|ada@example/)
    const back = await open()
    const sent = await press(
      house,
      await press(house, await press(house, await press(house, back, 'Continue'), 'Continue'), 'Continue'),
      'Send your answers',
    )
    assert.equal(sent.status, 303)
    for (const reply of [first, back, sent]) assert.equal(reply.header('set-cookie'), undefined)
    const left = await house.within(lead, async ({ db }) => [
      await db.selectFrom('drafts').selectAll().execute(),
      await db.selectFrom('people').selectAll().execute(),
      (await db.selectFrom('responses').select('person_id').execute()).map(({ person_id }) => person_id),
    ])
    assert.deepEqual(left, [[], [], [null]])
  }),
)

test(
  'SAY-3: saved answers to what closed early are shown back, to be copied',
  inHouse(slots, async (house) => {
    const { lead, id } = await openSurvey(house)
    const { open } = await saveAndReturn(house, await house.get(respond), { q1: 'The nurses' })
    await house.within(lead, (ctx) => closeConsultation(ctx, id, { reason: 'The building is sold' }))
    const late = await open()
    assert.equal(late.status, 409)
    assert.match(late.text, /is not open[\s\S]*The building is sold[\s\S]*The nurses/)
  }),
)

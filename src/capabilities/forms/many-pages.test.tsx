import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import type { ContactPromise, Question } from '#capabilities/surveys'
import type { Staff } from '#platform/context.ts'
import type { Body } from '#platform/forms.ts'
import { pressed } from '#platform/plain-browser.ts'
import { inHouse, type TestHouse, type TestReply } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const only = (value: string): Question['asked'] => ({ when: 'all', of: [{ question: 'q1', is: 'any of', values: [value] }] })
const questions: Question[] = [
  {
    key: 'q1',
    type: 'one-of',
    page: 'Getting here',
    text: 'How do you travel?',
    required: true,
    options: [
      { value: 'bus', label: 'Bus' },
      { value: 'drive', label: 'I drive' },
    ],
  },
  { key: 'q2', type: 'short-text', page: 'The bus', text: 'Which bus?', required: true, asked: only('bus') },
  { key: 'q3', type: 'short-text', page: 'The car', text: 'Where do you park?', asked: only('drive') },
  { key: 'q4', type: 'long-text', page: 'Last of all', text: 'Anything else?' },
]
const page = '/testshire/consultations/clinic-hours'
const respond = `${page}/respond`

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
      questions,
    }),
  )
  await house.within(lead, (ctx) => publishConsultation(ctx, id))
  house.now = new Date('2026-07-10T10:00:00Z')
  return lead
}

/** Press a button of the page, having typed this into it. */
async function press(house: TestHouse, on: TestReply, button: string, typed: Body = {}) {
  const { action, body } = pressed(on.text, button, typed)
  return house.post(action, body)
}

const heading = ({ text }: TestReply) =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(text)?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const said = (house: TestHouse, lead: Staff) =>
  house.within(lead, async ({ db }) => ({
    words: await db.selectFrom('contributions').select(['question_key as key', 'words']).orderBy('question_key').execute(),
    ticks: await db.selectFrom('answers').select(['question_key as key', 'choices']).execute(),
  }))

test(
  'SAY-3: many pages without JavaScript: one route through them, a look at it all, and one response',
  inHouse(slots, async (house) => {
    const lead = await openSurvey(house)
    const first = await house.get(respond)
    assert.equal(heading(first), 'Clinic hours, page 1 of about 4: Getting here')
    assert.equal(first.header('cache-control'), 'no-cache', 'the first page is the same for everyone')
    assert.doesNotMatch(first.text, /Which bus|>Back</)

    const bus = await press(house, first, 'Continue', { q1: 'bus' })
    assert.equal(bus.status, 200)
    assert.equal(heading(bus), 'Clinic hours, page 2 of 5: The bus')
    const last = await press(house, bus, 'Continue', { q2: 'The 12 <X>' })
    assert.equal(heading(last), 'Clinic hours, page 3 of 5: Last of all')
    const you = await press(house, last, 'Continue', { q4: 'One\ntwo “three”' })
    assert.equal(heading(you), 'Clinic hours, page 4 of 5: About you')
    const check = await press(house, you, 'Continue', { 'quote-me': 'yes' })
    assert.equal(heading(check), 'Clinic hours, page 5 of 5: Check your answers')
    assert.match(check.text, /Which bus\?[\s\S]*The 12 &lt;X[\s\S]*Anything else\?[\s\S]*One[\s\S]*two “three”/)
    assert.doesNotMatch(check.text, /Where do you park/)
    assert.deepEqual(await said(house, lead), { words: [], ticks: [] }, 'nothing is kept before it is sent')

    const sent = await press(house, check, 'Send your answers')
    assert.equal(sent.status, 303)
    assert.deepEqual(await said(house, lead), {
      words: [
        { key: 'q2', words: 'The 12 <X>' },
        { key: 'q4', words: 'One\ntwo “three”' },
      ],
      ticks: [{ key: 'q1', choices: ['bus'] }],
    })
    const cookies = [first, bus, last, you, check, sent].map((reply) => reply.header('set-cookie'))
    assert.deepEqual(new Set(cookies), new Set([undefined]))
  }),
)

test(
  'SAY-3: a mistake stays on its page; going back asks for nothing and loses nothing',
  inHouse(slots, async (house) => {
    await openSurvey(house)
    const first = await house.get(respond)
    const missed = await press(house, first, 'Continue')
    assert.equal(missed.status, 422)
    assert.match(missed.text, /<title>Error: [\s\S]*href="#q1"/)

    const bus = await press(house, missed, 'Continue', { q1: 'bus' })
    const back = await press(house, bus, 'Back', { q2: 'Half a wo' })
    assert.deepEqual([back.status, heading(back)], [200, 'Clinic hours, page 1 of about 5: Getting here'])
    assert.match(back.text, /value="bus"[^>]*checked/)
    const again = await press(house, back, 'Continue')
    assert.match(again.text, /name="q2"[^>]*value="Half a wo"|value="Half a wo"[^>]*name="q2"/)
  }),
)

test(
  'SAY-3: changing an answer from the last page leads back to it, by way of what it newly asks',
  inHouse(slots, async (house) => {
    const lead = await openSurvey(house)
    const { body } = pressed((await house.get(respond)).text, 'Continue', { q1: 'bus', q2: 'The 12', q4: 'No' })
    const check = await house.post(respond, { ...body, 'survey-step': 'about-you' })
    assert.match(heading(check) ?? '', /Check your answers/)

    const first = await press(house, check, 'Change “Getting here”')
    assert.match(heading(first) ?? '', /Getting here/)
    const car = await press(house, first, 'Continue', { q1: 'drive' })
    assert.match(heading(car) ?? '', /The car/)
    const checked = await press(house, car, 'Continue', { q3: 'In the street' })
    assert.match(heading(checked) ?? '', /Check your answers/)
    assert.doesNotMatch(checked.text.replaceAll(/<input[^>]*>/g, ''), /The 12/)

    const same = await press(house, await press(house, checked, 'Change “Last of all”'), 'Continue', { q4: 'Yes' })
    assert.match(heading(same) ?? '', /Check your answers/)
    await press(house, same, 'Send your answers')
    const { words } = await said(house, lead)
    assert.deepEqual(
      words.map(({ key, words }) => [key, words]),
      [
        ['q3', 'In the street'],
        ['q4', 'Yes'],
      ],
      'what is no longer asked is not taken',
    )
  }),
)

test(
  'SAY-3: what is sent at the end is read whole: the first page with a mistake is shown',
  inHouse(slots, async (house) => {
    await openSurvey(house)
    const reply = await house.post(respond, { 'survey-step': 'check', 'survey-go': 'send', q1: 'bus', q4: 'Hello' })
    assert.deepEqual([reply.status, heading(reply)], [422, 'Clinic hours, page 2 of 5: The bus'])
    const address = await house.post(respond, { 'survey-step': 'check', 'survey-go': 'send', q1: 'drive', 'tell-me': 'yes' })
    assert.equal(address.status, 422)
    assert.match(address.text, /About you[\s\S]*Enter your email address|Enter your email address[\s\S]*About you/)
  }),
)

test(
  'an answer to a question that is not on the page, a page that is too large, and an answer in the middle of closing are refused, and shown back',
  inHouse(slots, async (house) => {
    const lead = await openSurvey(house)
    const stranger = await house.post(respond, { q1: 'bus', q99: 'What is this <b>' })
    assert.equal(stranger.status, 409)
    assert.match(stranger.text, /not our questions[\s\S]*How do you travel\?[\s\S]*Bus[\s\S]*What is this &lt;b/)

    const large = await house.post(respond, { q1: 'bus', q4: 'x'.repeat(600_000) })
    assert.equal(large.status, 413)
    assert.match(large.text, /too much to send at once/)

    const bus = await press(house, await house.get(respond), 'Continue', { q1: 'bus' })
    house.now = new Date('2026-07-31T23:30:00Z')
    const late = await press(house, bus, 'Continue', { q2: 'The last bus' })
    assert.equal(late.status, 409)
    assert.match(late.text, /This survey is not open[\s\S]*The last bus/)
    assert.deepEqual(await said(house, lead), { words: [], ticks: [] })
  }),
)

test(
  'field 8, field 10: an anonymous survey of many pages keeps nothing of who is answering: no row, no cookie, no line in the log',
  inHouse(slots, async (house) => {
    const lead = await openSurvey(house, 'anonymous')
    const counted = () =>
      house.within(lead, async ({ db }) =>
        Promise.all(
          (['people', 'contact_points', 'consents', 'responses', 'events'] as const).map(
            async (table) =>
              (
                await db
                  .selectFrom(table)
                  .select(({ fn }) => fn.countAll<number>().as('count'))
                  .executeTakeFirstOrThrow()
              ).count,
          ),
        ),
      )
    const before = await counted()
    const bus = await press(house, await house.get(respond), 'Continue', { q1: 'bus' })
    const last = await press(house, bus, 'Continue', {
      q2: 'Number 12',
      'your-name': 'Ada',
      'your-email': 'ada@example.org',
      'tell-me': 'yes',
    })
    assert.deepEqual(await counted(), before)
    assert.doesNotMatch(last.text, /ada@example\.org|Ada/, 'what was forged into it is not carried')

    const you = await press(house, last, 'Continue')
    assert.doesNotMatch(you.text, /your-email|your-name/)
    await press(house, await press(house, you, 'Continue'), 'Send your answers')
    const [people, points, consents, responses] = await counted()
    assert.deepEqual([people, points, consents, responses], [0, 0, 0, 1])
    assert.doesNotMatch(house.logged.join(''), /Number 12|ada@example/)
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftConsultation, publishConsultation } from '#capabilities/consultations'
import { consentWordings, listConsents } from '#capabilities/people'
import { type ContactPromise, findSurvey, type Question } from '#capabilities/surveys'
import type { Staff } from '#platform/context.ts'
import { inHouse, type TestHouse, type TestReply } from '#platform/testing.ts'
import { slots } from '../../app.ts'

const questions: Question[] = [
  {
    key: 'travel',
    type: 'one-of',
    text: 'How do you travel?',
    required: true,
    other: true,
    options: [
      { value: 'bus', label: 'Bus' },
      { value: 'drive', label: 'I drive' },
    ],
  },
  {
    key: 'times',
    type: 'some-of',
    text: 'When could you come?',
    other: true,
    options: [
      { value: 'early', label: 'Before 9am' },
      { value: 'late', label: 'After 5pm' },
    ],
  },
  { key: 'name', type: 'short-text', text: 'What should we call it?', limit: 10 },
  { key: 'why', type: 'long-text', text: 'Why?' },
]

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

const rows = (house: TestHouse, lead: Staff) =>
  house.within(lead, async ({ db }) => ({
    responses: await db.selectFrom('responses').selectAll().execute(),
    words: await db.selectFrom('contributions').select(['question_key', 'words']).orderBy('question_key').execute(),
    ticks: await db.selectFrom('answers').select(['question_key', 'choices']).orderBy('question_key').execute(),
    people: await db.selectFrom('people').select(['id', 'name']).execute(),
    addresses: await db.selectFrom('contact_points').select(['person_id', 'value']).execute(),
  }))

/** Every link of the error summary lands on something to fill in. */
function assertMistakesLand({ text }: TestReply, expected: string[]) {
  const summary = /<div class="nhsuk-error-summary"[\s\S]*?<\/ul>/.exec(text)?.[0] ?? ''
  const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string)
  assert.deepEqual(targets, expected)
  for (const id of targets) assert.match(text, new RegExp(`<(input|textarea|select)\\b[^>]* id="${id}"`), `#${id} is a field`)
}

test(
  'SAY-2: someone answers without an account and gets a receipt; "something else" keeps its tick and its words',
  inHouse(slots, async (house) => {
    const { lead, surveyId } = await openConsultation(house)
    const sent = await house.post(respond, { travel: 'other', 'travel-other': 'By tractor', times: ['early', 'late'], why: 'It is far 🚜' })
    assert.equal(sent.status, 303)
    assert.match(sent.location, /^\/testshire\/consultations\/clinic-hours\/receipt\/[A-Z-]+$/)

    const receipt = await house.get(sent.location)
    assert.match(receipt.text, /Thank you. We have your answers/)
    assert.match(receipt.text, new RegExp(sent.location.split('/').at(-1) ?? 'nothing'))
    assert.match(receipt.text, /10 July 2026[\s\S]*What happens next/)
    assert.equal(receipt.header('cache-control'), 'no-store')

    const kept = await rows(house, lead)
    assert.deepEqual(kept.ticks, [
      { question_key: 'times', choices: ['early', 'late'] },
      { question_key: 'travel', choices: ['other'] },
    ])
    assert.deepEqual(kept.words, [
      { question_key: 'travel', words: 'By tractor' },
      { question_key: 'why', words: 'It is far 🚜' },
    ])
    assert.deepEqual([kept.responses[0]?.survey_id, kept.people], [surveyId, []])
    assert.equal((await house.get(`${page}/receipt/BBBB-BBBB-BBBB-BBBB`)).status, 404)
  }),
)

test(
  'SAY-2: a mistake is 422, keeps every tick and word, and each line of the summary lands on its field',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house, { promise: 'named', places: ['Skelderby', 'Hagthwaite'] })
    const typed = {
      times: ['early', 'other'],
      'times-other': 'At <night>',
      name: 'Far too long a name',
      why: 'One\ntwo',
      'your-name': 'Ada',
      'tell-me': 'yes',
      'quote-me': 'yes',
      'your-place': 'Atlantis',
    }
    const reply = await house.post(respond, typed)
    assert.equal(reply.status, 422)
    assert.match(reply.text, /<title>Error: /)
    assertMistakesLand(reply, ['travel', 'name', 'your-email', 'your-place'])
    assert.match(reply.text, /value="early"[^>]*checked/)
    assert.match(reply.text, /value="other"[^>]*checked/)
    assert.match(reply.text, /value="At &lt;night>"|value="At &lt;night&gt;"/)
    assert.match(reply.text, /value="Far too long a name"/)
    assert.match(reply.text, /One(\n|&#10;)two<\/textarea>/)
    assert.match(reply.text, /value="Ada"/)
    assert.match(reply.text, /name="tell-me"[^>]*checked/)
    assert.match(reply.text, /name="quote-me"[^>]*checked/)
    assert.doesNotMatch(reply.text, /value="late"[^>]*checked/)
    assert.deepEqual((await rows(house, lead)).responses, [])
  }),
)

test(
  'SAY-2: an empty form says what to do, for each promise',
  inHouse(slots, async (house) => {
    await openConsultation(house)
    assertMistakesLand(await house.post(respond, {}), ['travel'])
    assertMistakesLand(await house.post(respond, { travel: 'rocket', 'travel-other': 'x'.repeat(501) }), ['travel', 'travel-other'])
  }),
)

test(
  'SAY-11: linked: the response says nothing of who; the consent to be told does, in the words they saw',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house, { promise: 'linked' })
    await house.post(respond, {
      travel: 'bus',
      'tell-me': 'yes',
      'your-email': ' ada@example.org ',
      'quote-me': 'yes',
      'your-name': 'Forged',
    })
    const { responses, people, addresses } = await rows(house, lead)
    assert.equal(responses[0]?.person_id, null)
    assert.deepEqual([people.map(({ name }) => name), addresses.map(({ value }) => value)], [[null], ['ada@example.org']])
    const consents = await house.within(lead, (ctx) => listConsents(ctx.db, { responseId: responses[0]?.id ?? '' }))
    assert.deepEqual(consents.map(({ purpose, wording, personId }) => [purpose, wording, personId]).toSorted(), [
      ['be quoted', consentWordings['be quoted'], people[0]?.id],
      ['be told', consentWordings['be told'], people[0]?.id],
    ])
    assert.match((await house.get(respond)).text, new RegExp(consentWordings['be told']))
  }),
)

test(
  'SAY-11: an address without the wish to be told is not kept',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house, { promise: 'linked' })
    assert.match((await house.get(respond)).text, /If you did not, we do not keep your address/)
    await house.post(respond, { travel: 'bus', 'your-email': 'ada@example.org' })
    const kept = await rows(house, lead)
    assert.deepEqual([kept.responses.length, kept.people, kept.addresses], [1, [], []])
  }),
)

test(
  'SAY-11: named: staff see who said it, with or without an address',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house, { promise: 'named', places: ['Skelderby', 'Hagthwaite'] })
    await house.post(respond, { travel: 'bus', 'your-name': 'Ada', 'your-place': 'Skelderby' })
    const { responses, people, addresses } = await rows(house, lead)
    assert.deepEqual([people.map(({ name }) => name), addresses], [['Ada'], []])
    assert.deepEqual([responses[0]?.person_id, responses[0]?.place], [people[0]?.id, 'Skelderby'])
  }),
)

test(
  'SAY-11: anonymous: no contact is asked or kept, even where it is forged into the form',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house, { promise: 'anonymous' })
    const form = (await house.get(respond)).text
    assert.doesNotMatch(form, /your-email|your-name|tell-me/)
    assert.match(form, /We do not ask who you are/)
    const sent = await house.post(respond, {
      travel: 'bus',
      'tell-me': 'yes',
      'your-email': 'ada@example.org',
      'your-name': 'Ada',
      'quote-me': 'yes',
    })
    assert.equal(sent.status, 303)
    const { responses, people, addresses } = await rows(house, lead)
    assert.deepEqual([people, addresses, responses[0]?.person_id], [[], [], null])
    const consents = await house.within(lead, (ctx) => listConsents(ctx.db, { responseId: responses[0]?.id ?? '' }))
    assert.deepEqual(
      consents.map(({ purpose, personId }) => [purpose, personId]),
      [['be quoted', null]],
    )
    assert.match((await house.get(sent.location)).text, /href="\/testshire\/news"/)
  }),
)

test(
  'SAY-2: it closes at midnight in London, in summer too, and late answers are all shown back',
  inHouse(slots, async (house) => {
    const { lead } = await openConsultation(house)
    house.now = new Date('2026-07-31T22:30:00Z')
    assert.match((await house.get(page)).text, /That is today[\s\S]*Have your say/)
    assert.equal((await house.post(respond, { travel: 'bus' })).status, 303)

    house.now = new Date('2026-07-31T23:30:00Z')
    const late = await house.post(respond, {
      travel: 'other',
      'travel-other': 'By tractor',
      times: ['early', 'late'],
      why: 'I wrote <much>',
      'your-email': 'ada@example.org',
    })
    assert.equal(late.status, 409)
    assert.match(late.text, /This survey is not open/)
    for (const typed of [
      /How do you travel\?[\s\S]*Something else/,
      /By tractor/,
      /Before 9am, After 5pm/,
      /I wrote &lt;much/,
      /ada@example\.org/,
    ])
      assert.match(late.text, typed)
    assert.equal((await rows(house, lead)).responses.length, 1)
    assert.equal((await house.get(respond)).location, page)
    assert.match((await house.get(page)).text, /closed at the end of[\s\S]*31 July 2026[\s\S]*What happened/)
  }),
)

test(
  'SAY-1: answers are read by the questions that were on the page, though others were released meanwhile',
  inHouse(slots, async (house) => {
    const { lead, surveyId } = await openConsultation(house)
    const first = (await house.within(lead, (ctx) => findSurvey(ctx.db, surveyId))).id
    const builder = `/testshire/desk/surveys/${surveyId}`
    await house.post(`${builder}/questions/name/removal`, {}, { as: lead })
    await house.post(`${builder}/release`, {}, { as: lead })
    assert.doesNotMatch((await house.get(respond)).text, /What should we call it/)

    await house.post(respond, { 'survey-version': first, travel: 'bus', name: 'The Hub' })
    const { responses, words } = await rows(house, lead)
    assert.deepEqual([responses[0]?.survey_version_id, words], [first, [{ question_key: 'name', words: 'The Hub' }]])
    assert.equal((await house.post(respond, { 'survey-version': 'nonsense', travel: 'bus' })).status, 303)
  }),
)

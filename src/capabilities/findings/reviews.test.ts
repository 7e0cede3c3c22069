import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeWords } from '#capabilities/codings'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { contributionsOf, receiveResponse } from '#capabilities/contributions'
import { consentWordings, recordConsent } from '#capabilities/people'
import { findSurvey, type Question } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor, Context } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { findingContent } from './finding.ts'
import { makeFinding } from './index.ts'

const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/findings'
const words = 'The 🚌 takes Mrs Hobson an hour'

const questions: Question[] = [
  {
    key: 'travel',
    type: 'one-of',
    text: 'How do you travel?',
    options: [
      { value: 'bus', label: 'By bus' },
      { value: 'car', label: 'By car' },
    ],
  },
  { key: 'why', type: 'long-text', text: 'Tell us more' },
]

/** A consultation, a theme, and two people who spoke of it and may be quoted. */
async function heard(house: TestHouse) {
  return house.within(operator, async (ctx) => {
    const texts = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const id = await draftConsultation(ctx, { ...texts, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'linked', questions })
    const { surveyId } = await publishConsultation(ctx, id)
    const { themeIds } = await makeFrame(ctx, { title: 'Blood', themes: [{ name: 'Travel', definition: 'Getting there' }] })
    const say = async () => {
      const comment = await answer(ctx, surveyId)
      await codeWords(ctx, { contributionId: comment, span: { start: 4, end: 12 }, themeIds: [themeIds.Travel!] })
      return { comment }
    }
    return { id, surveyId, theme: themeIds.Travel!, quotable: await say(), other: await say() }
  })
}

/** Somebody who comes by bus says these words, which may be quoted. */
async function answer(ctx: Context, surveyId: string) {
  const version = await findSurvey(ctx.db, surveyId)
  const answers = version.questions.map((question) =>
    question.key === 'why' ? { question, choices: null, words } : { question, choices: ['bus'], words: null },
  )
  const { responseId } = await receiveResponse(ctx, { version, answers, channel: 'web' })
  await recordConsent(ctx, { responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
  const [comment] = await contributionsOf(ctx.db, [responseId])
  return comment!.id
}

type Heard = Awaited<ReturnType<typeof heard>>

const typed = ({ surveyId, theme, quotable }: Heard) => ({
  survey: surveyId,
  themes: theme,
  title: 'The bus takes too long',
  claim: 'People without a car lose half a day.',
  contrary: 'Some like the ride.',
  questions: 'travel',
  quotes: `${quotable.comment}:0:${[...words].length}`,
})

test(
  'INS-5: nobody outside reads a finding before another person has agreed with it and it was published',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const analyst = await house.staff('analyst')
    const lead = await house.staff('engagement lead')
    const made = await house.post(desk, typed(given), { as: analyst })
    const id = made.location.split('/').at(-1)!
    const [review, publication, open] = [`${made.location}/review`, `${made.location}/publication`, `/testshire/findings/${id}`]
    await house.within(operator, (ctx) => closeConsultation(ctx, given.id, { reason: 'Enough' }))
    await house.post(`/testshire/desk/results/${given.surveyId}/publication`, {}, { as: lead })
    const results = '/testshire/consultations/blood-tests/results'
    assert.doesNotMatch((await house.get(results)).text, /The bus takes too long/)
    assert.equal((await house.get(open)).status, 404)
    assert.equal((await house.post(publication, {}, { as: lead })).status, 409)

    assert.equal((await house.post(review, { outcome: 'agreed' }, { as: analyst })).status, 403, 'not the one who made it')
    assert.equal((await house.post(review, { outcome: 'agreed' }, { as: await house.staff('auditor') })).status, 403)
    const mistake = await house.post(review, { outcome: 'changes', note: ' ' }, { as: lead })
    assert.equal(mistake.status, 422)
    assert.match(mistake.text, /href="#note"[\s\S]*id="note"/)
    assert.equal((await house.post(review, { outcome: 'changes', note: 'Say which bus' }, { as: lead })).status, 303)
    assert.match((await house.post(publication, {}, { as: lead })).text, /asked for changes/)
    assert.match((await house.get(made.location, { as: analyst })).text, /Changes asked for[\s\S]*Say which bus/)

    assert.equal((await house.post(review, { outcome: 'agreed' }, { as: lead })).status, 303)
    assert.equal((await house.post(publication, {}, { as: analyst })).status, 403)
    assert.equal((await house.post(publication, {}, { as: lead })).status, 303)
    assert.equal((await house.post(publication, {}, { as: lead })).status, 409)
    assert.match((await house.get(results)).text, new RegExp(`href="${open}"`))
    const page = await house.get(open)
    assert.match(page.text, /People without a car lose half a day[\s\S]*Mrs Hobson[\s\S]*not a vote/)
    assert.doesNotMatch(page.text, /responses|Responses/, 'no figures of its own')

    await house.post(`${made.location}/withdrawal`, { reason: 'It was one family' }, { as: analyst })
    const gone = await house.get(open)
    assert.equal(gone.status, 200)
    assert.match(gone.text, /We withdrew this finding/)
    assert.doesNotMatch(gone.text, /lose half a day|Hobson|one family/)
  }),
)

test(
  'INS-5: a finding from a consultation that is open is not published',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const lead = await house.staff('engagement lead')
    const made = await house.post(desk, typed(given), { as: await house.staff('analyst') })
    await house.post(`${made.location}/review`, { outcome: 'agreed' }, { as: lead })
    assert.match((await house.post(`${made.location}/publication`, {}, { as: lead })).text, /people can still respond/)
  }),
)

test(
  'INS-5: quotes stand on the side that was said, and strength is a word with its reason',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const analyst = await house.staff('analyst')
    const [whole, part] = [`${given.quotable.comment}:0:${[...words].length}`, `${given.quotable.comment}:4:12`]
    const both = await house.post(desk, { ...typed(given), against: whole }, { as: analyst })
    assert.equal(both.status, 422)
    assert.match(both.text, /href="#against"[\s\S]*one side only/)
    const bare = await house.post(desk, { ...typed(given), strength: 'most' }, { as: analyst })
    assert.match(bare.text, /href="#reason"[\s\S]*Enter why you chose this word/)
    assert.match(bare.text, /value="most"[^>]* checked/)
    const wrong = await house.post(desk, { ...typed(given), strength: '52%' }, { as: analyst })
    assert.equal(wrong.status, 422)

    const strength = { strength: 'most', reason: 'It came by every channel.' }
    const made = await house.post(desk, { ...typed(given), ...strength, against: part }, { as: analyst })
    const { text } = await house.get(made.location, { as: analyst })
    assert.match(text, /Most of those who spoke of it said so[\s\S]*It came by every channel/)
    assert.match(text, /Against the finding:<\/p>[\s\S]{0,80}🚌 takes/)
  }),
)

test(
  'INS-3: a finding made from a view of the results keeps its numbers, and shows where counting again differs',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const analyst = await house.staff('analyst')
    const view = 'rows=question%3Atravel&by=channel'
    const address = `/testshire/desk/results/${given.surveyId}?${view}`
    const form = await house.get(`${desk}/new?survey=${given.surveyId}&step=words&view=${encodeURIComponent(view)}`, { as: analyst })
    assert.match(form.text, /It counts: How do you travel\?, by: How it came to us/)
    const made = await house.post(desk, { ...typed(given), themes: [], questions: [], quotes: [], view: address }, { as: analyst })
    assert.equal(made.status, 303)
    const plain = async () => (await house.get(made.location, { as: analyst })).text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(await plain(), /Of 2 responses when the finding was made\..*By bus 2 By car 0/)

    await house.within(operator, (ctx) => answer(ctx, given.surveyId))
    assert.match(await plain(), /By bus 2, now 3 \(\+1\)/)
    const { text } = await house.get(made.location, { as: analyst })
    assert.ok(text.includes(`href="${address.replaceAll('&', '&amp;')}"`) || text.includes(`href="${address}"`), 'the view opens again')

    for (const bad of ['rows=question%3Anone', 'by=channel', 'rows=question%3Atravel&with=channel&by=place', 'rows=channel&by=channel']) {
      const reply = await house.post(desk, { ...typed(given), view: bad }, { as: analyst })
      assert.equal(reply.status, 422, bad)
      assert.match(reply.text, /href="#view"[\s\S]*id="view"/)
      assert.match(reply.text, /People without a car lose half a day/)
    }
  }),
)

test(
  'INS-5: a changed finding takes the place of the one before, which stays to be read',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const analyst = await house.staff('analyst')
    const first = await house.post(desk, typed(given), { as: analyst })
    const before = first.location.split('/').at(-1)!
    const form = await house.get(`${desk}/new?instead=${before}`, { as: analyst })
    assert.match(form.text, /takes the place of “The bus takes too long”/)
    assert.match(form.text, /People without a car lose half a day/)
    assert.match(form.text, new RegExp(`value="${given.quotable.comment}:0:\\d+"[^>]* checked`))
    const second = await house.post(desk, { ...typed(given), title: 'The 27 takes too long', instead: before }, { as: analyst })
    assert.equal(second.status, 303)
    assert.match((await house.get(second.location, { as: analyst })).text, new RegExp(`Replaces[\\s\\S]*${before}`))
    assert.match((await house.get(first.location, { as: analyst })).text, /A changed finding was made in its place/)
    assert.equal((await house.post(desk, { ...typed(given), instead: before }, { as: analyst })).status, 409)
  }),
)

test('INS-5: what a digest is taken of is the same for a finding without the parts that came later', () => {
  const old = {
    ...{ id: 'f', title: 'T', claim: 'C', contrary: '', surveyId: 's', sourceId: null, madeBy: null },
    ...{ madeAt: new Date('2026-01-05T10:00:00Z'), themes: [{ themeId: 't', comments: 3, responses: 2 }], questions: [] },
    ...{ quotes: [{ id: 'q', contributionId: 'c', start: 0, end: 4, side: 'for' as const }], strength: null, numbers: [], insteadOf: null },
  }
  assert.deepEqual(findingContent(old), [
    'f',
    'T',
    'C',
    '',
    's',
    null,
    null,
    '2026-01-05T10:00:00.000Z',
    [['t', 3, 2]],
    [],
    [['q', 'c', 0, 4]],
  ])
  const one = findingContent({ ...old, strength: { word: 'many', reason: 'R' } })
  assert.deepEqual((one as unknown[]).at(-1), { strength: ['many', 'R'] })
})

test(
  'DEC-7: the digest of a finding with strength, numbers and quotes against it holds',
  inHouse(slots, async (house) => {
    const { surveyId, theme, quotable } = await heard(house)
    await house.within(await house.staff('analyst'), async (ctx) => {
      const first = await makeFinding(ctx, { title: 'First', claim: 'C', surveyId, themeIds: [theme], quotes: [] })
      const quotes = [{ contributionId: quotable.comment, start: 4, end: 22, side: 'against' as const }]
      const more = { strength: { word: 'some', reason: 'As they said' } as const, views: ['rows=question:travel'], insteadOf: first }
      const id = await makeFinding(ctx, { title: 'Later', claim: 'C', surveyId, themeIds: [theme], quotes, ...more })
      const rows = await slots.spine.find(({ kind }) => kind === 'finding')!.read(ctx, first, 10)
      const { digests } = await ctx.db
        .selectFrom('events')
        .select('digests')
        .where('name', '=', 'finding.made')
        .where('subject_id', '=', id)
        .executeTakeFirstOrThrow()
      assert.deepEqual(digests, [['finding', id, digestOf(rows[0]!)]])
    })
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeWords } from '#capabilities/codings'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { contributionsOf, receiveResponse, redactWords, withhold } from '#capabilities/contributions'
import { consentWordings, recordConsent, withdrawConsent } from '#capabilities/people'
import { findSurvey, type Question } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { makeFinding, publishFinding, reviewFinding, withdrawFinding } from './index.ts'

const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/findings'
const nowhere = '00000000-0000-4000-8000-000000000000'
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

/** A consultation, a theme, and two people who spoke of it: one may be quoted, one may not. */
async function heard(house: TestHouse) {
  return house.within(operator, async (ctx) => {
    const texts = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const id = await draftConsultation(ctx, { ...texts, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'linked', questions })
    const { surveyId } = await publishConsultation(ctx, id)
    const { themeIds } = await makeFrame(ctx, {
      title: 'Blood',
      themes: [
        { name: 'Travel', definition: 'Getting there' },
        { name: 'Cost', definition: 'Fares' },
      ],
    })
    const version = await findSurvey(ctx.db, surveyId)
    const say = async (said: string, mayQuote: boolean) => {
      const answers = version.questions.map((question) =>
        question.key === 'why' ? { question, choices: null, words: said } : { question, choices: ['bus'], words: null },
      )
      const { responseId } = await receiveResponse(ctx, { version, answers, channel: 'web' })
      const consentId = mayQuote
        ? await recordConsent(ctx, { responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
        : ''
      const [comment] = await contributionsOf(ctx.db, [responseId])
      await codeWords(ctx, { contributionId: comment!.id, span: { start: 4, end: 12 }, themeIds: [themeIds.Travel!] })
      return { comment: comment!.id, consentId }
    }
    return {
      id,
      surveyId,
      theme: themeIds.Travel!,
      cost: themeIds.Cost!,
      quotable: await say(words, true),
      private: await say('I will not be quoted on it', false),
    }
  })
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

/** A finding that quotes one person, with its results in public. */
async function published(house: TestHouse) {
  const given = await heard(house)
  await house.within(operator, (ctx) => closeConsultation(ctx, given.id, { reason: 'Enough' }))
  await house.post(`/testshire/desk/results/${given.surveyId}/publication`, {}, { as: await house.staff('engagement lead') })
  const finding = await house.within(operator, async (ctx) => {
    const quotes = [{ contributionId: given.quotable.comment, start: 4, end: 22 }]
    return makeFinding(ctx, {
      title: 'The bus takes too long',
      claim: 'Half a day.',
      surveyId: given.surveyId,
      themeIds: [given.theme],
      quotes,
    })
  })
  const lead = await house.staff('engagement lead')
  await house.within(lead, async (ctx) => {
    await reviewFinding(ctx, finding, { outcome: 'agreed' })
    await publishFinding(ctx, finding)
  })
  return { ...given, finding, page: '/testshire/consultations/blood-tests/results' }
}

test(
  'INS-5: a finding is made from themes, a question and quotes, and keeps the figures it was made with',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const analyst = await house.staff('analyst')
    const themes = await house.get(`${desk}/new?survey=${given.surveyId}`, { as: analyst })
    assert.match(themes.text, new RegExp(`name="themes-0-0"[^>]*value="${given.theme}"`))
    const form = await house.get(`${desk}/new?survey=${given.surveyId}&step=words&themes-0-0=${given.theme}&themes-0-1=${given.cost}`, {
      as: analyst,
    })
    for (const theme of [given.theme, given.cost]) assert.match(form.text, new RegExp(`name="themes" value="${theme}"`))
    assert.match(form.text, new RegExp(`value="${given.quotable.comment}:0:${[...words].length}"[\\s\\S]*?Mrs Hobson`))
    assert.match(form.text, new RegExp(`value="${given.quotable.comment}:4:12"[\\s\\S]*?🚌 takes`))
    assert.doesNotMatch(form.text, /I will not be quoted/)

    const made = await house.post(desk, typed(given), { as: analyst })
    assert.equal(made.status, 303)
    const shown = await house.get(made.location, { as: await house.staff('auditor') })
    assert.match(shown.text, /Some like the ride/)
    assert.match(shown.text, /The 🚌 takes Mrs Hobson an hour/)
    assert.match(shown.text, /2 \(no change\)/)
    assert.match(shown.text, /Made this finding/)
    assert.match((await house.get(desk, { as: analyst })).text, /The bus takes too long/)
  }),
)

test(
  'INS-5: a finding may rest on a file that was brought in; it quotes nobody, and says why',
  inHouse(slots, async (house) => {
    const analyst = await house.staff('analyst')
    const source = newId()
    const theme = await house.within(operator, async (ctx) => {
      const here = { commissioner_id: ctx.commissioner.id }
      const [response, comment, salt] = [newId(), newId(), newSalt()]
      await ctx.db
        .insertInto('sources')
        .values({ ...here, id: source, name: 'Ward comments', added_at: ctx.now })
        .execute()
      await ctx.db
        .insertInto('responses')
        .values({ ...here, id: response, channel: 'import', source_id: source, said_on: '2026-01-05', received_at: ctx.now, salt })
        .execute()
      await ctx.db
        .insertInto('contributions')
        .values({ ...here, id: comment, response_id: response, words: 'Kind staff', salt, source_id: source, source_key: '1' })
        .execute()
      const { themeIds } = await makeFrame(ctx, { title: 'Wards', themes: [{ name: 'Staff', definition: 'The people' }] })
      await codeWords(ctx, { contributionId: comment, span: null, themeIds: [themeIds.Staff!] })
      return themeIds.Staff!
    })
    const form = await house.get(`${desk}/new?source=${source}&step=words&themes=${theme}`, { as: analyst })
    assert.match(form.text, /nobody who wrote them was asked/)
    const none = await house.get(`${desk}/new?source=${source}&step=words`, { as: analyst })
    assert.equal(none.status, 422)
    assert.match(none.text, /href="#themes"[\s\S]*id="themes"/)
    const made = await house.post(desk, { source, themes: theme, title: 'Staff are kind', claim: 'People say so.' }, { as: analyst })
    assert.match((await house.get(made.location, { as: analyst })).text, /Ward comments[\s\S]*nobody who wrote them was asked/)
    assert.match((await house.get(`/testshire/desk/results/sources/${source}`, { as: analyst })).text, /Staff \(small number\)/)
  }),
)

test(
  'INS-5: when the coding changes, the page shows the figures then beside the figures now',
  inHouse(slots, async (house) => {
    const { finding, private: other } = await published(house)
    await house.within(operator, (ctx) => withhold(ctx, other.comment, { audience: 'everyone', reason: 'Names a nurse' }))
    const { text } = await house.get(`${desk}/${finding}`, { as: await house.staff('analyst') })
    assert.match(text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '), /Travel .*?2 .*?1 \(−1\) .*?2 .*?1 \(−1\)/)
  }),
)

test(
  'INS-5: nobody is quoted who did not agree to it, nor words that are not there',
  inHouse(slots, async (house) => {
    const { surveyId, theme, quotable, private: other } = await heard(house)
    const make = (contributionId: string, start: number, end: number) =>
      house.within(operator, (ctx) =>
        makeFinding(ctx, { title: 'T', claim: 'C', surveyId, themeIds: [theme], quotes: [{ contributionId, start, end }] }),
      )
    await assert.rejects(make(other.comment, 0, 5), /cannot be quoted: the person has not agreed/)
    await assert.rejects(make(nowhere, 0, 5), /cannot be quoted/)
    await assert.rejects(make(quotable.comment, 20, 99), /not there/)
    await house.within(operator, (ctx) => withdrawConsent(ctx, quotable.consentId))
    await assert.rejects(make(quotable.comment, 0, 5), /cannot be quoted/)
  }),
)

test(
  'INS-5: a quote is gone from the public page at the very next request after its consent is',
  inHouse(slots, async (house) => {
    const { page, quotable } = await published(house)
    assert.match((await house.get(page)).text, /🚌 takes Mrs Hobson/)
    assert.match((await house.get(page)).text, /🚌 takes Mrs Hobson/)
    await house.within(operator, (ctx) => withdrawConsent(ctx, quotable.consentId))
    const after = await house.get(page)
    assert.doesNotMatch(after.text, /Hobson|gt-quote/)
    assert.match(after.text, /The bus takes too long/)
  }),
)

test(
  'INS-5: redacted words are blacked out in the quote, in public and on the desk',
  inHouse(slots, async (house) => {
    const { page, quotable, finding } = await published(house)
    await house.get(page)
    await house.within(operator, (ctx) => redactWords(ctx, quotable.comment, { words: 'Hobson', reason: 'A name' }))
    for (const { text } of [await house.get(page), await house.get(`${desk}/${finding}`, { as: await house.staff('analyst') })]) {
      assert.doesNotMatch(text, /Hobson/)
      assert.match(text, /🚌 takes Mrs <span class="gt-removed"/)
    }
  }),
)

test(
  'INS-5: a withdrawn finding leaves the public page and stays on the desk with its reason',
  inHouse(slots, async (house) => {
    const { page, finding } = await published(house)
    const analyst = await house.staff('analyst')
    const form = `${desk}/${finding}/withdrawal`
    const mistake = await house.post(form, { reason: ' ' }, { as: analyst })
    assert.equal(mistake.status, 422)
    assert.match(mistake.text, /href="#reason"[\s\S]*Enter why you are withdrawing[\s\S]*id="reason"/)
    assert.equal((await house.post(form, { reason: 'It was one family' }, { as: analyst })).status, 303)
    assert.doesNotMatch((await house.get(page)).text, /The bus takes too long/)
    assert.match((await house.get(`${desk}/${finding}`, { as: analyst })).text, /It was one family[\s\S]*Withdrew this finding/)
    assert.equal((await house.post(form, { reason: 'Again' }, { as: analyst })).status, 409)
  }),
)

test(
  'every mistake in the form is named, its link lands, and what was chosen is kept',
  inHouse(slots, async (house) => {
    const given = await heard(house)
    const analyst = await house.staff('analyst')
    const reply = await house.post(desk, { ...typed(given), title: '', claim: ' ', themes: [], questions: [] }, { as: analyst })
    assert.equal(reply.status, 422)
    for (const field of ['title', 'claim', 'questions']) {
      assert.match(reply.text, new RegExp(`href="#${field}"`))
      assert.match(reply.text, new RegExp(`id="${field}"`))
    }
    const kept = await house.post(desk, { ...typed(given), title: '' }, { as: analyst })
    assert.match(kept.text, new RegExp(`value="${given.quotable.comment}:0:\\d+"[^>]* checked`))
    assert.match(kept.text, /value="travel"[^>]* checked/)
    assert.match(kept.text, /People without a car lose half a day/)
  }),
)

test(
  'only those who may make findings do; an auditor reads; another commissioner finds nothing',
  inHouse(slots, async (house) => {
    const given = await published(house)
    for (const role of ['auditor', 'approver'] as const) {
      const staff = await house.staff(role)
      assert.equal((await house.post(desk, typed(given), { as: staff })).status, 403)
      assert.equal((await house.post(`${desk}/${given.finding}/withdrawal`, { reason: 'No' }, { as: staff })).status, 403)
      assert.equal((await house.get(`${desk}/${given.finding}`, { as: staff })).status, 200)
    }
    await assert.rejects(house.within(await house.staff('auditor'), (ctx) => withdrawFinding(ctx, given.finding, { reason: 'No' })))
    const elsewhere = await house.addCommissioner('elsewhere')
    const stranger = await house.staff('analyst', elsewhere)
    assert.equal((await house.get(`/elsewhere/desk/findings/${given.finding}`, { as: stranger })).status, 404)
    assert.equal((await house.get(`${desk}/nonsense`, { as: await house.staff('analyst') })).status, 404)
  }),
)

test(
  'DEC-7: the thread runs from a theme and from the words quoted to the finding, and its digest holds',
  inHouse(slots, async (house) => {
    const { finding, theme, quotable } = await published(house)
    await house.within(await house.staff('auditor'), async (ctx) => {
      const joins = slots.threadJoins.filter(({ to }) => to === 'finding')
      const from = { theme, contribution: quotable.comment } as Record<string, string>
      assert.deepEqual(joins.map((join) => join.from).sort(), ['contribution', 'theme'])
      for (const join of joins) {
        assert.deepEqual(await join.forward(ctx, [from[join.from]!]), [{ from: from[join.from], to: finding }])
        assert.deepEqual(await join.backward(ctx, [finding]), [{ from: from[join.from], to: finding }])
      }
      const [node] = await slots.threadKinds.find(({ kind }) => kind === 'finding')!.describe(ctx, [finding])
      assert.equal(node?.label, 'The bus takes too long')

      const [row] = await slots.spine.find(({ kind }) => kind === 'finding')!.read(ctx, '', 10)
      const { digests } = await ctx.db.selectFrom('events').select('digests').where('name', '=', 'finding.made').executeTakeFirstOrThrow()
      assert.deepEqual(digests, [['finding', finding, digestOf(row!)]])
    })
  }),
)

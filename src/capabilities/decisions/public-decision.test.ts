import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeWords } from '#capabilities/codings'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { contributionsOf, receiveResponse, redactWords } from '#capabilities/contributions'
import { makeFinding } from '#capabilities/findings'
import { consentWordings, recordConsent, withdrawConsent } from '#capabilities/people'
import { findSurvey } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { answerFinding, draftDecision, publishDecision, putFinding } from './index.ts'

const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/decisions'
const page = '/testshire/decisions/where-blood-is-taken'
const wording = {
  title: 'Where blood is taken',
  question: 'Should tests move to GP practices?',
  decidedBy: 'The committee',
  decidedOn: '2026-04-20',
}

/** A decision that is ready: it answers a finding that quotes someone. */
async function ready(house: TestHouse) {
  return house.within(operator, async (ctx) => {
    const texts = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const questions = [{ key: 'why', type: 'long-text', text: 'Tell us more' }]
    const consultation = await draftConsultation(ctx, {
      ...texts,
      opensOn: '2026-03-01',
      closesOn: '2026-03-31',
      promise: 'linked',
      questions,
    })
    const { surveyId } = await publishConsultation(ctx, consultation)
    const { themeIds } = await makeFrame(ctx, { title: 'Blood', themes: [{ name: 'Travel', definition: 'Getting there' }] })
    const version = await findSurvey(ctx.db, surveyId)
    const answers = [{ question: version.questions[0]!, choices: null, words: 'The bus takes Mrs Hobson an hour' }]
    const { responseId } = await receiveResponse(ctx, { version, answers, channel: 'web' })
    const consentId = await recordConsent(ctx, { responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
    const [comment] = await contributionsOf(ctx.db, [responseId])
    await codeWords(ctx, { contributionId: comment!.id, span: null, themeIds: [themeIds.Travel!] })
    await closeConsultation(ctx, consultation, { reason: 'Enough' })
    const quotes = [{ contributionId: comment!.id, start: 0, end: 32 }]
    const about = { title: 'The bus takes too long', claim: 'Half a day is lost.', surveyId, themeIds: [themeIds.Travel!] }
    const findingId = await makeFinding(ctx, { ...about, quotes })
    const decision = await draftDecision(ctx, wording)
    await putFinding(ctx, { decisionId: decision, findingId })
    await answerFinding(ctx, { decisionId: decision, findingId, outcome: 'accepted', reason: 'We agree.' })
    return { comment: comment!.id, consentId, finding: findingId, decision }
  })
}

async function published(house: TestHouse) {
  const given = await ready(house)
  await house.within(operator, (ctx) => publishDecision(ctx, given.decision))
  return given
}

test(
  'DEC-1: a quote leaves the public page at the very next request after its consent is withdrawn',
  inHouse(slots, async (house) => {
    const { consentId } = await published(house)
    for (let time = 0; time < 2; time++) assert.match((await house.get(page)).text, /Mrs Hobson/)
    await house.within(operator, (ctx) => withdrawConsent(ctx, consentId))
    const { text } = await house.get(page)
    assert.doesNotMatch(text, /Hobson|gt-quote/)
    assert.match(text, /The bus takes too long[\s\S]*We agree/)
  }),
)

test(
  'DEC-1: redacted words are blacked out in the quote on the public page',
  inHouse(slots, async (house) => {
    const { comment } = await published(house)
    await house.get(page)
    await house.within(operator, (ctx) => redactWords(ctx, comment, { words: 'Hobson', reason: 'A name' }))
    const { text } = await house.get(page)
    assert.doesNotMatch(text, /Hobson/)
    assert.match(text, /The bus takes Mrs <span class="gt-removed"/)
  }),
)

test('DEC-4: whoever must be told is told in the transaction that publishes, and where that fails nothing is published', async () => {
  const told: string[] = []
  const replies = {
    name: 'replies',
    async onDecisionPublished(_: unknown, decisionId: string) {
      told.push(decisionId)
      if (told.length === 1) throw new Error('The outbox is broken')
    },
  }
  await inHouse(gather([...slots.capabilities.filter(({ name }) => name !== 'replies'), replies]), async (house) => {
    const { decision } = await ready(house)
    const approver = await house.staff('approver')
    assert.equal((await house.post(`${desk}/${decision}/publication`, {}, { as: approver })).status, 500)
    assert.equal((await house.get(page)).status, 404)
    assert.equal((await house.post(`${desk}/${decision}/publication`, {}, { as: approver })).status, 303)
    assert.equal((await house.get(page)).status, 200)
    assert.deepEqual(told, [decision, decision])
  })()
})

test(
  'DEC-7: the thread runs from finding to decision and back, and the digests of answers hold',
  inHouse(slots, async (house) => {
    const { decision, finding } = await published(house)
    await house.within(await house.staff('auditor'), async (ctx) => {
      const join = slots.threadJoins.find(({ to }) => to === 'decision')!
      assert.deepEqual(await join.forward(ctx, [finding]), [{ from: finding, to: decision }])
      assert.deepEqual(await join.backward(ctx, [decision]), [{ from: finding, to: decision }])
      const [node] = await slots.threadKinds.find(({ kind }) => kind === 'decision')!.describe(ctx, [decision])
      assert.equal(node?.label, 'Where blood is taken (findings: 1 accepted)')
      const [row] = await slots.spine.find(({ kind }) => kind === 'answer')!.read(ctx, '', 10)
      const { digests } = await ctx.db
        .selectFrom('events')
        .select('digests')
        .where('name', '=', 'decision.answered')
        .executeTakeFirstOrThrow()
      assert.deepEqual(digests, [['answer', row!.id, digestOf(row!)]])
    })
  }),
)

test(
  'the consultation’s page leads to the decision, and the list of decisions says when there is none',
  inHouse(slots, async (house) => {
    assert.match((await house.get('/testshire/decisions')).text, /not published a decision here yet/)
    await published(house)
    assert.match((await house.get('/testshire/decisions')).text, /href="\/testshire\/decisions\/where-blood-is-taken"/)
    assert.match((await house.get('/testshire/consultations/blood-tests')).text, /href="\/testshire\/decisions\/where-blood-is-taken"/)
  }),
)

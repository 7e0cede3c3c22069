import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeWords } from '#capabilities/codings'
import { receiveResponse, setAsideResponse, withdrawResponse } from '#capabilities/contributions'
import { answerFinding, draftDecision, promiseChange, publishDecision, putFinding } from '#capabilities/decisions'
import { makeFinding } from '#capabilities/findings'
import { addPerson, consentWordings, recordConsent, withdrawConsent } from '#capabilities/people'
import { draftSurvey, findSurvey, releaseSurvey } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor, Context } from '#platform/context.ts'
import { findMessage, listOutbox } from '#platform/outbox.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { tellPeople } from './index.ts'
import { noticeText } from './notice.ts'

const operator: Actor = { kind: 'operator' }
const said = 'The bus stops at five 🚌 and my sister Jane cannot get home'

interface Speaker {
  words?: string
  email?: string | null
  told?: boolean
  quoted?: boolean
}

async function hear(ctx: Context, surveyId: string, { words = said, email = null, told = false, quoted = false }: Speaker) {
  const version = await findSurvey(ctx.db, surveyId)
  const person = email !== null || told ? await addPerson(ctx, { name: null, email }) : null
  const { responseId } = await receiveResponse(ctx, {
    version,
    channel: 'web',
    answers: [{ question: version.questions[0]!, choices: null, words }],
  })
  if (told) await recordConsent(ctx, { personId: person!.personId, responseId, purpose: 'be told', wording: consentWordings['be told'] })
  if (quoted) await recordConsent(ctx, { personId: null, responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
  const { id } = await ctx.db.selectFrom('contributions').select('id').where('response_id', '=', responseId).executeTakeFirstOrThrow()
  return { responseId, contributionId: id, person }
}

/** People spoke about buses; a finding came of it, and a decision that is ready to be published. */
async function story(house: TestHouse, speakers: readonly Speaker[]) {
  return house.within(operator, async (ctx) => {
    const { surveyId } = await draftSurvey(ctx, {
      title: 'Buses',
      promise: 'linked',
      questions: [{ key: 'words', type: 'long-text', text: 'What matters to you?' }],
    })
    await releaseSurvey(ctx, surveyId)
    const heard = []
    for (const speaker of speakers) heard.push(await hear(ctx, surveyId, speaker))
    const { themeIds } = await makeFrame(ctx, { title: 'Buses', themes: [{ name: 'Last bus', definition: 'When the last bus goes' }] })
    for (const { contributionId } of heard) await codeWords(ctx, { contributionId, span: null, themeIds: [themeIds['Last bus']!] })
    const quotes = heard.flatMap(({ contributionId }, index) => (speakers[index]?.quoted ? [{ contributionId, start: 0, end: 21 }] : []))
    const findingId = await makeFinding(ctx, {
      title: 'The last bus goes too early',
      claim: 'People who finish late cannot get home.',
      surveyId,
      themeIds: [themeIds['Last bus']!],
      quotes,
    })
    const decisionId = await draftDecision(ctx, {
      title: 'Buses in the evening',
      question: 'Shall there be a later bus?',
      decidedBy: 'The board',
      decidedOn: ctx.today,
    })
    await putFinding(ctx, { decisionId, findingId })
    await answerFinding(ctx, { decisionId, findingId, outcome: 'in part', reason: 'A bus at seven, and none at nine.' })
    await promiseChange(ctx, { decisionId, findingId, title: 'A bus at seven', owner: 'The bus company', dueOn: '2026-06-01' })
    return { surveyId, heard, findingId, decisionId }
  })
}

const publish = (house: TestHouse, decisionId: string) => house.within(operator, (ctx) => publishDecision(ctx, decisionId))
const outbox = (house: TestHouse) => house.within(operator, (ctx) => listOutbox(ctx.db, { limit: 50 }))

test(
  'DEC-4: whoever asked to be told and can be reached is told in the decision’s own transaction, once',
  inHouse(slots, async (house) => {
    const { decisionId } = await story(house, [
      { email: 'a@example.org', told: true },
      { email: 'b@example.org', told: true },
      { email: 'c@example.org' },
      {},
    ])
    assert.equal((await outbox(house)).length, 0)
    await publish(house, decisionId)
    const messages = await outbox(house)
    assert.equal(messages.length, 2)
    assert.match(messages[0]!.body, /Buses in the evening[\s\S]*The last bus goes too early: we accept part of this[\s\S]*\[link\]/)

    assert.deepEqual(await house.within(operator, (ctx) => tellPeople(ctx, decisionId)), { notices: 0, messages: 0 })
    assert.equal((await outbox(house)).length, 2)
  }),
)

test(
  'DEC-4: who was set aside from the counts and asked to be told is told; who took their answers back is not',
  inHouse(slots, async (house) => {
    const { decisionId, heard } = await story(house, [
      { email: 'a@example.org', told: true },
      { email: 'b@example.org', told: true },
      { email: 'c@example.org', told: true },
    ])
    const lead = await house.staff('engagement lead')
    await house.within(lead, (ctx) => setAsideResponse(ctx, heard[1]!.responseId, 'Sent twice'))
    await house.within(operator, (ctx) => withdrawResponse(ctx, heard[2]!.responseId))
    await publish(house, decisionId)
    assert.equal((await outbox(house)).length, 2)
  }),
)

test(
  'DEC-4: a message quotes nobody’s view and names nobody',
  inHouse(slots, async (house) => {
    const { decisionId } = await story(house, [{ email: 'a@example.org', told: true, quoted: true }])
    await publish(house, decisionId)
    const [message] = await outbox(house)
    for (const never of ['bus stops at five', 'Jane', 'example.org', 'http'])
      assert.doesNotMatch(`${message!.subject} ${message!.body}`, new RegExp(never))
  }),
)

test(
  'DEC-4: who was not told is known, and why',
  inHouse(slots, async (house) => {
    const { decisionId } = await story(house, [{ email: 'a@example.org', told: true }, { told: true }, { email: 'c@example.org' }, {}, {}])
    await publish(house, decisionId)
    const page = await house.get(`/testshire/desk/replies/${decisionId}`, { as: await house.staff('auditor') })
    assert.equal(page.status, 200)
    const facts = Object.fromEntries(
      [...page.text.matchAll(/<dt[^>]*>\s*([^<]*?)\s*<\/dt>\s*<dd[^>]*>\s*([^<]*?)\s*<\/dd>/g)].map(([, name, value]) => [name, value]),
    )
    assert.deepEqual(
      [facts['Responses behind it'], facts['Waiting to be sent'], facts['Asked, but cannot be reached'], facts['Did not ask to be told']],
      ['5', '1', '1', '3'],
    )
  }),
)

test(
  'DEC-3: you said, we did shows what was said, the answer and its change, from the records',
  inHouse(slots, async (house) => {
    const { decisionId, findingId } = await story(house, [{ quoted: true }, {}])
    assert.doesNotMatch((await house.get('/testshire/you-said-we-did')).text, /Buses in the evening/)
    await publish(house, decisionId)
    const { text } = await house.get('/testshire/you-said-we-did')
    for (const part of [
      /Buses in the evening/,
      /You said: The last bus goes too early/,
      /The bus stops at five/,
      /We did part of this/,
      /A bus at seven, and none at nine/,
      /To be done by/,
    ])
      assert.match(text, part)
    assert.match(text, new RegExp(`href="/testshire/threads/${findingId}"`))
  }),
)

test(
  'DEC-3: a quote is gone from the next request after its consent is withdrawn',
  inHouse(slots, async (house) => {
    const { decisionId, heard } = await story(house, [{ quoted: true }])
    await publish(house, decisionId)
    assert.match((await house.get('/testshire/you-said-we-did')).text, /The bus stops at five/)
    await house.within(operator, async (ctx) => {
      const { id } = await ctx.db
        .selectFrom('consents')
        .select('id')
        .where('response_id', '=', heard[0]!.responseId)
        .executeTakeFirstOrThrow()
      await withdrawConsent(ctx, id)
    })
    const { text } = await house.get('/testshire/you-said-we-did')
    assert.doesNotMatch(text, /The bus stops at five/)
    assert.match(text, /The last bus goes too early/)
  }),
)

test(
  'DEC-7: a person’s own page follows their words to the change, and to the message that told them',
  inHouse(slots, async (house) => {
    const { decisionId, heard } = await story(house, [
      { email: 'a@example.org', told: true },
      { words: 'Nobody asked the drivers', email: 'b@example.org', told: true },
    ])
    await publish(house, decisionId)
    const { text, status } = await house.get('/testshire/me', { as: { kind: 'person', id: heard[0]!.person!.personId } })
    assert.equal(status, 200)
    for (const part of [
      /The bus stops at five 🚌/,
      /Last bus/,
      /The last bus goes too early/,
      /We accepted part of this: A bus at seven/,
      /To be done by/,
      /We have written an email to you/,
      /Change my mind/,
      /Sign out/,
    ])
      assert.match(text, part)
    assert.doesNotMatch(text, /Nobody asked the drivers/)
  }),
)

test(
  'a person’s own page is for people who opened a link of theirs',
  inHouse(slots, async (house) => {
    const reply = await house.get('/testshire/me')
    assert.equal(reply.status, 303)
    assert.match(reply.location, /\/me\/sign-in/)
  }),
)

test(
  'the outbox shows each message and its fate; an address only on its own page, and the look is written down',
  inHouse(slots, async (house) => {
    const { decisionId } = await story(house, [{ email: 'a@example.org', told: true }])
    await publish(house, decisionId)
    const [message] = await outbox(house)
    const lead = await house.staff('engagement lead')
    const list = await house.get('/testshire/desk/outbox', { as: lead })
    assert.match(list.text, /What we decided: Buses in the evening[\s\S]*A person who spoke[\s\S]*Waiting/)
    assert.doesNotMatch(list.text, /a@example\.org/)

    assert.doesNotMatch(
      (await house.get(`/testshire/desk/outbox/${message!.id}`, { as: await house.staff('analyst') })).text,
      /a@example\.org/,
    )
    const page = await house.get(`/testshire/desk/outbox/${message!.id}`, { as: lead })
    assert.match(page.text, /a@example\.org[\s\S]*a link made when it is sent[\s\S]*Saw the address this goes to/)
  }),
)

test(
  'a message in doubt is settled by a person: it arrived, or it is to be sent again',
  inHouse(slots, async (house) => {
    const { decisionId } = await story(house, [{ email: 'a@example.org', told: true }])
    await publish(house, decisionId)
    const [message] = await outbox(house)
    const settle = (decision: string, as: Actor) => house.post(`/testshire/desk/outbox/${message!.id}/settlement`, { decision }, { as })
    const lead = await house.staff('engagement lead')
    assert.equal((await settle('arrived', lead)).status, 409)

    await house.within(operator, async (ctx) => {
      const attempt = { commissioner_id: ctx.commissioner.id, id: message!.id, message_id: message!.id, at: ctx.now }
      await ctx.db.insertInto('message_attempts').values(attempt).execute()
      await ctx.db
        .insertInto('message_outcomes')
        .values({ commissioner_id: ctx.commissioner.id, attempt_id: attempt.id, outcome: 'in doubt', code: 'interrupted', at: ctx.now })
        .execute()
    })
    assert.match((await house.get(`/testshire/desk/outbox/${message!.id}`, { as: lead })).text, /It arrived[\s\S]*Send again/)
    assert.equal((await settle('arrived', await house.staff('auditor'))).status, 403)
    assert.equal((await settle('send again', lead)).status, 303)
    assert.equal((await house.within(operator, (ctx) => findMessage(ctx.db, message!.id))).fate, 'waiting')
  }),
)

test(
  'every page of replies says how to begin while there is nothing',
  inHouse(slots, async (house) => {
    const as = await house.staff('administrator')
    for (const path of ['/testshire/desk/replies', '/testshire/desk/outbox', '/testshire/you-said-we-did']) {
      const { status, text } = await house.get(path, { as })
      assert.equal(status, 200, path)
      assert.match(text, /gt-empty/, path)
    }
  }),
)

test('the words of a message keep their shape', () => {
  const { body } = noticeText({
    organisation: 'NHS Testshire',
    decision: 'Buses',
    answers: [
      { title: 'Too early', outcome: 'accepted' },
      { title: 'Too dear', outcome: 'not accepted' },
    ],
  })
  assert.match(body, /- Too early: we accept this\n- Too dear: we do not accept this, and we say why\n/)
})

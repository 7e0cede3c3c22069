import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listHeld, receiveResponse } from '#capabilities/contributions'
import { addPerson, consentWordings, recordConsent } from '#capabilities/people'
import { type ContactPromise, draftSurvey, findSurvey, type GivenAnswer, type Question, releaseSurvey } from '#capabilities/surveys'
import { render } from '#design'
import type { Actor, Staff } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { HelpNow } from './index.ts'

const operator: Actor = { kind: 'operator' }
const anyone: Actor = { kind: 'public' }

const why: Question = { key: 'why', type: 'long-text', text: 'What do you think?' }
const told = 'My husband hits me and the bus is late'
const inbox = '/testshire/desk/concerns'

/** Somebody answers, with an address where they leave one. Answers with the contribution. */
async function say(house: TestHouse, words: string, { promise = 'linked', email }: { promise?: ContactPromise; email?: string } = {}) {
  const version = await house.within(operator, async (ctx) => {
    const drafted = await draftSurvey(ctx, { title: 'The clinic', promise, questions: [why] })
    await releaseSurvey(ctx, drafted.surveyId)
    return drafted
  })
  const answers: GivenAnswer[] = [{ question: why, choices: null, words }]
  const { responseId } = await house.within(anyone, async (ctx) => {
    const kept = await receiveResponse(ctx, { version, answers, channel: 'web' })
    if (!email) return kept
    const { personId } = await addPerson(ctx, { email })
    await recordConsent(ctx, { personId, responseId: kept.responseId, purpose: 'be told', wording: consentWordings['be told'] })
    return kept
  })
  return house.within(operator, async ({ db }) => {
    const row = await db.selectFrom('contributions').select('id').where('response_id', '=', responseId).executeTakeFirstOrThrow()
    return { id: row.id, responseId, surveyId: version.surveyId, at: `${inbox}/${row.id}` }
  })
}

test(
  'issue 3 item 16: whoever is on duty sees on the first page of the desk that something waits, and when it is late',
  inHouse(slots, async (house) => {
    const [lead, analyst] = [await house.staff('engagement lead'), await house.staff('analyst')]
    const today = async (as: Staff) => (await house.get('/testshire/desk', { as })).text
    assert.doesNotMatch(await today(lead), /may tell of harm/)
    await say(house, told)
    assert.match(await today(lead), /may tell of harm[\s\S]*One comment waits for someone on duty\s*</)
    assert.doesNotMatch(await today(analyst), /may tell of harm/)
    house.now = new Date('2026-03-20T10:00:00Z')
    assert.match(await today(lead), /One comment waits for someone on duty; 1 late/)
  }),
)

test(
  'field 22: looking for what may tell of harm is on from the first answer, and no new version of the questions turns it off',
  inHouse(slots, async (house) => {
    const { surveyId } = await say(house, told)
    const held = () => house.within(operator, ({ db }) => listHeld(db, surveyId))
    assert.equal((await held()).length, 1)
    const lead = await house.staff('engagement lead')
    const builder = `/testshire/desk/surveys/${surveyId}`
    assert.equal((await house.post(`${builder}/questions`, { type: 'short-text', text: 'Anything else?' }, { as: lead })).status, 303)
    assert.equal((await house.post(`${builder}/release`, {}, { as: lead })).status, 303)
    await house.within(anyone, async (ctx) => {
      const version = await findSurvey(ctx.db, surveyId)
      assert.equal(version.number, 2)
      await receiveResponse(ctx, { version, answers: [{ question: why, choices: null, words: told }], channel: 'web' })
    })
    assert.equal((await held()).length, 2)
  }),
)

/** Everything that staff who are not on duty can come by of what was said. */
async function everythingOf(house: TestHouse, as: Staff, { id, surveyId }: { id: string; surveyId: string }) {
  const pages = [
    '/testshire/desk/contributions',
    '/testshire/desk/contributions?words=husband',
    `/testshire/desk/contributions/${id}`,
    `/testshire/desk/contributions/${id}/withholding`,
    `/testshire/desk/contributions/${id}/redaction`,
    `/testshire/desk/contributions/${id}/concern`,
    `/testshire/desk/results/${surveyId}`,
    `/testshire/desk/threads/contribution/${id}`,
    `/testshire/desk/coding?of=survey-${surveyId}`,
    `/testshire/desk/flags/${surveyId}`,
  ]
  const texts = []
  for (const page of pages) texts.push((await house.get(page, { as })).text)
  texts.push((await house.post('/testshire/desk/contributions/download', {}, { as })).text)
  const views = await house.within(as, async (ctx) => [
    await ctx.db.selectFrom('readable_contributions').selectAll().execute(),
    await ctx.db.selectFrom('current_codings').selectAll().execute(),
    await ctx.slots.threadKinds.find(({ kind }) => kind === 'contribution')!.describe(ctx, [id]),
    await ctx.slots.threadKinds.find(({ kind }) => kind === 'contribution')!.list(ctx),
    await ctx.db.selectFrom('events').selectAll().execute(),
    await ctx.db.selectFrom('messages').selectAll().execute(),
  ])
  return `${texts.join('\n')}${JSON.stringify(views)}`
}

const act = (house: TestHouse, at: string, body: Record<string, string>, as: Staff) => house.post(`${at}/acts`, body, { as })
const today = { 'passedOn-day': '10', 'passedOn-month': '3', 'passedOn-year': '2026' }

test(
  'issue 3 item 16: words that may tell of harm are in no list, search, coding, export, result, thread or message until somebody on duty has seen them',
  inHouse(slots, async (house) => {
    const said = await say(house, told)
    const auditor = await house.staff('auditor')
    const both = await house.staff(['analyst', 'administrator'])
    await tell(house)
    for (const as of [auditor, both]) assert.doesNotMatch(await everythingOf(house, as, said), /hits me/, as.name)
    const page = (await house.get(`/testshire/desk/contributions/${said.id}`, { as: auditor })).text
    assert.match(page, /Nobody reads, codes or quotes them until someone on duty/)
    assert.doesNotMatch(page, /did not answer|Violence/)

    const lead = await house.staff('engagement lead')
    assert.match((await house.get(inbox, { as: lead })).text, /Violence[\s\S]*On this website[\s\S]*11 March 2026/)
    assert.doesNotMatch((await house.get(inbox, { as: lead })).text, /hits me/)
    const shown = (await house.get(said.at, { as: lead })).text
    assert.match(shown, /hits me[\s\S]*What do you think\?[\s\S]*call 999 first/)
    assert.equal((await act(house, said.at, { act: 'nothing to do' }, lead)).location, inbox)
    const open = await everythingOf(house, both, said)
    assert.match(open, /hits me/)
    assert.match((await house.get(said.at, { as: lead })).text, /do not wait any more[\s\S]*nothing to do[\s\S]*Someone on duty read it/)
    assert.equal((await act(house, said.at, { act: 'nothing to do' }, lead)).status, 409)
  }),
)

const tell = (house: TestHouse) =>
  slots.jobs.find(({ name }) => name === 'tell those on duty')!.run((work) => house.within({ kind: 'system' }, work), {})

test(
  'issue 3 item 16: whoever is on duty is told by a message without a word or a kind, once; named turns come before roles',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const nurse = await house.staff('analyst')
    const administrator = await house.staff('administrator')
    const messages = () =>
      house.within(operator, ({ db }) =>
        db.selectFrom('messages').select(['recipient_kind', 'recipient_id', 'subject', 'body']).orderBy('id').execute(),
      )
    const said = await say(house, told)
    await tell(house)
    await tell(house)
    const first = await messages()
    assert.deepEqual(new Set(first.map((message) => message.recipient_id)), new Set([lead.id, administrator.id]))
    assert.equal(first.length, 2)
    assert.doesNotMatch(JSON.stringify(first), /hits|violence|clinic/i)
    assert.equal((await house.get(said.at, { as: nurse })).status, 403)

    const dates = { 'startsOn-day': '10', 'startsOn-month': '3', 'startsOn-year': '2026' }
    const duty = '/testshire/desk/duty'
    assert.equal((await house.get(duty, { as: lead })).status, 403)
    assert.match((await house.get(duty, { as: administrator })).text, /every engagement lead and administrator is/)
    const wrong = await house.post(
      `${duty}/turns`,
      { member: '', ...dates, 'endsOn-day': '9', 'endsOn-month': '3', 'endsOn-year': '2026' },
      { as: administrator },
    )
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /href="#member"/)
    const backwards = await house.post(
      `${duty}/turns`,
      { member: nurse.id, ...dates, 'endsOn-day': '9', 'endsOn-month': '3', 'endsOn-year': '2026' },
      { as: administrator },
    )
    assert.match(backwards.text, /href="#endsOn-day"[\s\S]*must not be before/)
    assert.equal((await house.post(`${duty}/turns`, { member: nurse.id, ...dates }, { as: administrator })).location, duty)
    for (const as of [lead, administrator]) assert.equal((await house.get(said.at, { as })).status, 403, 'they are not on duty now')
    const shown = (await house.get(said.at, { as: nurse })).text
    assert.match(shown, /hits me[\s\S]*An engagement lead or an administrator on duty can withhold it/)
    assert.equal((await act(house, said.at, { act: 'withheld', reason: 'It names her' }, nurse)).status, 403)

    await say(house, 'I want to die')
    await tell(house)
    assert.deepEqual(
      (await messages()).slice(2).map((message) => message.recipient_id),
      [nurse.id],
    )
    const ending = /action="([^"]*\/ending)"/.exec((await house.get(duty, { as: administrator })).text)?.[1]
    await house.post(ending!, {}, { as: administrator })
    assert.equal((await house.get(said.at, { as: lead })).status, 200)
  }),
)

test(
  'issue 3 item 16: the clock runs in working days, can be changed, and says what is late',
  inHouse(slots, async (house) => {
    const administrator = await house.staff('administrator')
    house.now = new Date('2026-03-13T16:00:00Z')
    await say(house, told)
    assert.match((await house.get(inbox, { as: administrator })).text, /16 March 2026/, 'Friday’s is for Monday')
    house.now = new Date('2026-03-16T09:00:00Z')
    assert.match((await house.get(inbox, { as: administrator })).text, /16 March 2026[\s\S]*Today/)
    house.now = new Date('2026-03-17T09:00:00Z')
    assert.match((await house.get(inbox, { as: administrator })).text, /1 is late\.[\s\S]*Late/)

    const limit = '/testshire/desk/duty/limit'
    assert.equal((await house.post(limit, { workingDays: '0' }, { as: administrator })).status, 422)
    await house.post(limit, { workingDays: '3' }, { as: administrator })
    house.now = new Date('2026-04-02T09:00:00Z')
    await say(house, told)
    assert.match((await house.get(inbox, { as: administrator })).text, /9 April 2026/, 'Good Friday and Easter Monday do not count')
  }),
)

test(
  'issue 3 item 16: passed on to somebody who can help, with the words kept or released; what was typed is kept',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const said = await say(house, told)
    const unfinished = await act(house, said.at, { act: 'passed on', passedTo: 'The police', ...today, 'passedOn-day': '11' }, lead)
    assert.equal(unfinished.status, 422)
    assert.match(unfinished.text, /href="#passedOn-day"[\s\S]*href="#afterwards"[\s\S]*value="The police"/)
    const passed = { act: 'passed on', passedTo: 'The police', reference: 'AB 12', ...today }
    await act(house, said.at, { ...passed, afterwards: 'keep' }, lead)
    assert.match((await house.get(inbox, { as: lead })).text, /1 seen before[\s\S]*Nothing waits/)
    assert.match((await house.get(`${inbox}?show=seen`, { as: lead })).text, /Passed on, kept out of sight/)
    assert.doesNotMatch(await everythingOf(house, await house.staff('administrator'), said), /hits me/)
    assert.match((await house.get(said.at, { as: lead })).text, /To The police on 10 March 2026, reference AB 12/)
    await act(house, said.at, { ...passed, passedTo: 'The safeguarding team', afterwards: 'release' }, lead)
    assert.match(await everythingOf(house, lead, said), /hits me/)
  }),
)

test(
  'issue 3 item 16: withheld for good is withheld from everyone, with a reason',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const said = await say(house, told)
    assert.equal((await act(house, said.at, { act: 'withheld', reason: ' ' }, lead)).status, 422)
    await act(house, said.at, { act: 'withheld', reason: 'It could put her in danger' }, lead)
    assert.doesNotMatch(await everythingOf(house, await house.staff('analyst'), said), /hits me/)
    assert.match((await house.get('/testshire/desk/contributions?hidden=withheld', { as: lead })).text, /It could put her in danger/)
    assert.equal((await act(house, said.at, { act: 'something else' }, lead)).status, 404)
  }),
)

test(
  'issue 3 item 16: who can be reached is shown to those on duty alone, and recorded; of the anonymous it says that nobody can',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const linked = await say(house, told, { email: 'somebody@example.org' })
    assert.doesNotMatch((await house.get(linked.at, { as: lead })).text, /somebody@example/)
    assert.match((await house.get(`${linked.at}/contact`, { as: lead })).text, /somebody@example\.org/)
    assert.match((await house.get(linked.at, { as: lead })).text, /Someone on duty saw how to reach them/)
    assert.equal((await house.get(`${linked.at}/contact`, { as: await house.staff('analyst') })).status, 403)

    const without = await say(house, told)
    assert.match((await house.get(without.at, { as: lead })).text, /they left no address/)
    assert.equal((await house.get(`${without.at}/contact`, { as: lead })).status, 404)
    const anonymous = await say(house, told, { promise: 'anonymous' })
    assert.match((await house.get(anonymous.at, { as: lead })).text, /we promised not to ask who they are/)
    const kept = await house.within(operator, ({ db }) =>
      db.selectFrom('concerns').select('raised_at').where('contribution_id', '=', anonymous.id).executeTakeFirstOrThrow(),
    )
    assert.equal(kept.raised_at.getMinutes(), 0)
    house.now = new Date('2026-03-10T10:17:00Z')
    const late = await say(house, told, { promise: 'anonymous' })
    const shown = `${(await house.get(late.at, { as: lead })).text}${(await house.get(`/testshire/desk/contributions/${late.id}`, { as: lead })).text}`
    assert.equal([...shown.matchAll(/10:17am/g)].length, 1, 'that it was read just now; the moment it came is nowhere')
    const stranger = await house.staff('administrator', await house.addCommissioner('elsewhere'))
    assert.equal((await house.get(linked.at, { as: stranger })).status, 404)
  }),
)

test(
  'issue 3 item 16: a colleague who worries holds words back by hand, once',
  inHouse(slots, async (house) => {
    const lead = await house.staff('engagement lead')
    const analyst = await house.staff('analyst')
    const said = await say(house, 'The man at number nine worries all of us')
    const page = `/testshire/desk/contributions/${said.id}`
    const raise = `${page}/concern`
    assert.match((await house.get(page, { as: analyst })).text, /Raise a concern/)
    assert.equal((await house.get(raise, { as: await house.staff('auditor') })).status, 403)
    const empty = await house.post(raise, { note: '' }, { as: analyst })
    assert.equal(empty.status, 422)
    assert.match(empty.text, /href="#note"/)
    assert.equal((await house.post(raise, { note: 'It sounds like a threat' }, { as: analyst })).location, page)
    assert.doesNotMatch(await everythingOf(house, analyst, said), /number nine/)
    assert.equal((await house.get(raise, { as: analyst })).status, 404)
    assert.match((await house.get(said.at, { as: lead })).text, /Raised by a colleague[\s\S]*number nine[\s\S]*It sounds like a threat/)
    await act(house, said.at, { act: 'nothing to do' }, lead)
    assert.doesNotMatch((await house.get(page, { as: analyst })).text, /Raise a concern/)
    assert.equal((await house.post(raise, { note: 'Again' }, { as: analyst })).status, 409)
  }),
)

test('issue 3 item 16: where to find help now is shown to everyone alike', () => {
  assert.match(render(<HelpNow />), /999[\s\S]*111[\s\S]*116 123/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { receiveResponse, withdrawResponse } from '#capabilities/contributions'
import { addPerson, consentWordings, recordConsent } from '#capabilities/people'
import { type ContactPromise, draftSurvey, type GivenAnswer, type Question, releaseSurvey } from '#capabilities/surveys'
import { render } from '#design'
import type { Actor } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { arrivalFields, ChallengePage, flagResponse, IntegrityLine, integrityLine, lookAtPost, stampOf } from './index.ts'

const operator: Actor = { kind: 'operator' }
const anyone: Actor = { kind: 'public' }

const ways = [
  { value: 'bus', label: 'By bus' },
  { value: 'car', label: 'By car' },
]
const travel: Question = { key: 'travel', type: 'some-of', text: 'How do you get there?', options: ways }
const why: Question = { key: 'why', type: 'long-text', text: 'Why do you say so?' }
const letter =
  'Please keep the walk-in centre at Fenwick Road open every day, because the next one is nine miles away and the last bus goes at six'

const surveyIn = (house: TestHouse, promise: ContactPromise = 'linked') =>
  house.within(operator, async (ctx) => {
    const version = await draftSurvey(ctx, { title: 'The walk-in centre', promise, questions: [travel, why] })
    await releaseSurvey(ctx, version.surveyId)
    return version
  })
type Version = Awaited<ReturnType<typeof surveyIn>>

const say = (house: TestHouse, version: Version, words: string, ticked: string[] = []) =>
  house.within(anyone, async (ctx) => {
    const answers: GivenAnswer[] = [
      { question: travel, choices: ticked, words: null },
      { question: why, choices: null, words },
    ]
    return (await receiveResponse(ctx, { version, answers, channel: 'web' })).responseId
  })

/** Do a job as the worker does. */
const work = (house: TestHouse, name: string, payload: { surveyId?: string | null; sourceId?: null } = {}) =>
  slots.jobs.find((job) => job.name === name)!.run((doing) => house.within({ kind: 'system' }, doing), payload)

const deskOf = (version: Version) => `/testshire/desk/flags/${version.surveyId}`
const groupsIn = (text: string) => [...text.matchAll(/href="([^"]*\/groups\/[^"]*)"/g)].map(([, href]) => href!)

test(
  'field 19: a campaign is grouped, counted once as text and many times as people, and said so in the report',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const lead = await house.staff('engagement lead')
    for (const words of [letter, letter.toUpperCase(), `${letter}. My mother cannot drive.`, 'Nothing', 'Nothing'])
      await say(house, version, words)
    assert.match((await house.get('/testshire/desk/flags', { as: lead })).text, /Nothing is flagged/)
    await work(house, 'compare what came')

    assert.match((await house.get('/testshire/desk/flags', { as: lead })).text, /The walk-in centre/)
    const all = (await house.get(deskOf(version), { as: lead })).text
    const [campaign, ...others] = groupsIn(all)
    assert.equal(others.length, 1, 'and the two that are the same throughout')
    const shown = (await house.get(groupsIn(all).at(-1)!, { as: lead })).text
    assert.match(shown, /One text, many people[\s\S]*3, of whom 3 count[\s\S]*<mark>Please keep/)
    assert.match(shown, /My mother cannot drive/)
    assert.ok(campaign)

    await house.within(operator, async ({ db }) => {
      const line = await integrityLine(db, version.surveyId)
      assert.deepEqual(line.campaigns, { people: 3, texts: 1 })
      assert.equal((await db.selectFrom('counted_responses').select('id').execute()).length, 5, 'a flag drops nobody')
      assert.match(render(<IntegrityLine {...line} />), /3 people sent the same words as others\. Each of[\s\S]*counts as one person/)
    })
  }),
)

test(
  'SAY-4: what is compared again flags only what came since, and joins it to its group',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const auditor = await house.staff('auditor')
    await say(house, version, letter, ['bus'])
    await say(house, version, `Dear all: ${letter}`)
    await work(house, 'compare what came')
    const [group, none] = groupsIn((await house.get(deskOf(version), { as: auditor })).text)
    assert.equal(none, undefined)
    await work(house, 'compare responses', { surveyId: version.surveyId, sourceId: null })
    await say(house, version, `${letter} A.`)
    await work(house, 'compare what came')
    assert.deepEqual(groupsIn((await house.get(deskOf(version), { as: auditor })).text), [group])
    const shown = await house.get(group!, { as: auditor })
    assert.match(shown.text, /3, of whom 3 count[\s\S]*Found 1 response more[\s\S]*Found 2 responses that are alike/)
    assert.match(shown.text, /An engagement lead or an administrator can leave these/)
    assert.equal((await house.post(`${group}/leaving`, {}, { as: auditor })).status, 403)
  }),
)

test(
  'SAY-4: nothing is dropped: all but the first set aside for a reason, and every one taken back in',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const lead = await house.staff('engagement lead')
    for (let times = 0; times < 3; times++) await say(house, version, letter, ['bus'])
    await work(house, 'compare what came')
    const group = await sameThroughoutIn(house, version, lead)

    const none = await house.post(`${group}/exclusion`, {}, { as: lead })
    assert.equal(none.status, 422)
    assert.match(none.text, /href="#why"[\s\S]*Choose why you are setting it aside/)
    const unsaid = await house.post(`${group}/exclusion`, { why: 'other', other: ' ' }, { as: lead })
    assert.match(unsaid.text, /href="#other"[\s\S]*Enter the reason/)
    await house.post(`${group}/exclusion`, { why: 'twice' }, { as: lead })
    const counted = () => house.within(operator, async ({ db }) => (await db.selectFrom('counted_responses').select('id').execute()).length)
    assert.equal(await counted(), 1)
    await house.within(operator, async ({ db }) => {
      const line = await integrityLine(db, version.surveyId)
      assert.deepEqual(line.setAside, [{ reason: 'Sent more than once by one person', count: 2 }])
      assert.match(render(<IntegrityLine {...line} />), /2 answers are left out\. Sent more than once by one person\./)
      assert.match(
        render(<IntegrityLine setAside={[{ reason: 'Sent by a robot', count: null }]} campaigns={{ people: 0, texts: 0 }} />),
        /A few/,
      )
    })
    assert.equal((await house.post(`${group}/exclusion`, { why: 'twice' }, { as: lead })).status, 409)
    const aside = (await house.get(group, { as: lead })).text
    assert.match(aside, /3, of whom 1 count[\s\S]*Set aside 2 responses: all but the first/)

    assert.equal((await house.post(`${group}/return`, { reason: '' }, { as: lead })).status, 422)
    await house.post(`${group}/return`, { reason: 'Three neighbours wrote it together' }, { as: lead })
    assert.equal(await counted(), 3)
    assert.match((await house.get(group, { as: lead })).text, /To look at[\s\S]*?>\s*0\s*</)
    assert.equal((await house.post(`${group}/return`, { reason: 'Again' }, { as: lead })).status, 409)
  }),
)

const sameThroughoutIn = async (house: TestHouse, version: Version, as: Actor) => {
  for (const href of groupsIn((await house.get(deskOf(version), { as })).text))
    if (/The same answers throughout/.test((await house.get(href, { as })).text)) return href
  throw new Error('no such group')
}

test(
  'SAY-4: an odd arrival is flagged and counted; a person looks, leaves it, sets it aside with a reason and puts it back',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const lead = await house.staff('engagement lead')
    const id = await say(house, version, 'Buy cheap watches at our shop')
    await house.within(anyone, (ctx) => flagResponse(ctx, id, ['hidden field', 'very fast']))
    await house.within(anyone, (ctx) => flagResponse(ctx, id, []))
    const robots = (await house.get(`${deskOf(version)}/robots`, { as: lead })).text
    assert.match(robots, /A field that people cannot see was filled in\. It came within 3 seconds/)

    const at = `${deskOf(version)}/responses/${id}`
    assert.match((await house.get(at, { as: lead })).text, /Buy cheap watches/)
    await house.post(`${at}/leaving`, {}, { as: lead })
    assert.match((await house.get(at, { as: lead })).text, /Left as it is on/)
    assert.equal((await house.post(`${at}/exclusion`, { why: 'robot' }, { as: lead })).status, 303)
    const aside = (await house.get(at, { as: lead })).text
    assert.match(aside, /Set aside: Sent by a robot/)
    assert.doesNotMatch(aside, /cheap watches/)
    assert.equal((await house.post(`${at}/return`, { reason: '' }, { as: lead })).status, 422)
    await house.post(`${at}/return`, { reason: 'It was a shop keeper with a view' }, { as: lead })
    assert.match((await house.get(at, { as: lead })).text, /cheap watches[\s\S]*Counted it again[\s\S]*Set it aside[\s\S]*left it as it is/)

    assert.doesNotMatch((await house.get(at, { as: lead })).text, /Answered|A member of the public/, 'nothing tells the moment it came')

    const other = await surveyIn(house)
    assert.equal((await house.get(`${deskOf(other)}/responses/${id}`, { as: lead })).status, 404)
    const stranger = await house.staff('administrator', await house.addCommissioner('elsewhere'))
    assert.equal((await house.get(at, { as: stranger })).status, 404)
  }),
)

test(
  'SAY-4: answers of people who confirmed one address are flagged under a promise that keeps it, and one taken back is no doubt',
  inHouse(slots, async (house) => {
    const version = await surveyIn(house)
    const lead = await house.staff('engagement lead')
    const from = async (email: string) => {
      const responseId = await say(house, version, `Words of ${email}`)
      await house.within(operator, async (ctx) => {
        const { personId, contactPointId } = await addPerson(ctx, { email })
        await recordConsent(ctx, { personId, responseId, purpose: 'be told', wording: consentWordings['be told'] })
        await ctx.db
          .insertInto('contact_confirmations')
          .values({ commissioner_id: ctx.commissioner.id, contact_point_id: contactPointId, confirmed_at: ctx.now })
          .execute()
      })
      return responseId
    }
    await from('one@example.org')
    await from('other@example.org')
    const before = await from('One@example.org')
    await house.within(anyone, (ctx) => withdrawResponse(ctx, before))
    await work(house, 'compare what came')
    assert.doesNotMatch((await house.get(deskOf(version), { as: lead })).text, /same address/)
    await from('ONE@example.org')
    await work(house, 'compare what came')
    const shown = (await house.get(deskOf(version), { as: lead })).text
    assert.match(shown, /Sent from the same address/)
    assert.doesNotMatch((await house.get(groupsIn(shown)[0]!, { as: lead })).text, /one@example/i)
  }),
)

test(
  'SAY-4: robots in numbers bring a task; a crowd of people does not; what was typed is carried, and a task lets one form in',
  inHouse(slots, async (house) => {
    const look = (body: Record<string, string>, remote = '203.0.113.9') => house.within(anyone, (ctx) => lookAtPost(ctx, { body, remote }))
    const stamp = await house.within(anyone, stampOf)
    const quick = { [arrivalFields.started]: stamp, [arrivalFields.honeypot]: '' }
    assert.deepEqual(await look(quick), { doubts: ['very fast'], challenge: null })
    for (let at = 0; at < 50; at++) await look({ [arrivalFields.honeypot]: 'x' }, `198.51.${at}.1`)
    const { doubts, challenge } = await look({ why: 'My words' })
    assert.deepEqual(doubts, [])
    assert.ok(challenge)
    const page = render(
      <ChallengePage challenge={challenge} action="/here" body={{ why: 'My words', ...quick }} button="Send my answers" />,
    )
    assert.match(page, /name="why" value="My words"/)
    assert.doesNotMatch(page, /gt-more/)

    const met = { [arrivalFields.challenge]: challenge, [arrivalFields.proof]: '' }
    assert.notEqual((await look(met)).challenge, null, 'at once and without the work it is asked again')
    house.now = new Date(house.now.getTime() + 31_000)
    assert.equal((await look(met)).challenge, null, 'after half a minute it is enough')
    assert.notEqual((await look(met)).challenge, null, 'and not for a second form')
    house.now = new Date(house.now.getTime() + 2 * 60 * 60_000)
    assert.equal((await look({})).challenge, null, 'the robots are gone')
    await work(house, 'compare what came')
    const spent = await house.within(operator, ({ db }) => db.selectFrom('spent_challenges').select('challenge_hash').execute())
    assert.deepEqual(spent, [])
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Context } from '#platform/context.ts'
import { newBlindId } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { addPerson, consentWordings, listConsents, people, peopleToTell, recordConsent, responsesOf, withdrawConsent } from './index.ts'

const slots = gather([people])
const list = '/testshire/desk/people'
const as = <T>(house: TestHouse, actor: Actor, work: (ctx: Context) => Promise<T>) => house.within(actor, work)
const operator: Actor = { kind: 'operator' }

/** Someone who left a name and an address with a response, to be told and to be quoted. */
const graham = (house: TestHouse, email = 'graham@example.org') =>
  as(house, operator, async (ctx) => {
    const responseId = newBlindId()
    const { personId, contactPointId } = await addPerson(ctx, { name: 'Graham Pellowick', email })
    const told = await recordConsent(ctx, { personId, responseId, purpose: 'be told', wording: consentWordings['be told'] })
    const quoted = await recordConsent(ctx, { responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
    return { personId, contactPointId, responseId, told, quoted }
  })

const eventsIn = (house: TestHouse) => as(house, operator, ({ db }) => db.selectFrom('events').selectAll().execute())

test(
  'PEO-8: a consent keeps the exact words that were agreed to, and when',
  inHouse(slots, async (house) => {
    const { personId } = await graham(house)
    const wording = '  You may — if you like — show my words…\n(not my name) '
    const id = await as(house, operator, (ctx) => recordConsent(ctx, { personId, purpose: 'news', wording }))
    const kept = (await as(house, operator, ({ db }) => listConsents(db, { personId }))).find((consent) => consent.id === id)!
    assert.deepEqual([kept.wording, kept.agreedAt, kept.withdrawnAt], [wording, house.now, null])
  }),
)

test(
  'PEO-8: withdrawing is a row with its moment, comes to the same when done twice, and is recorded once',
  inHouse(slots, async (house) => {
    const { told, responseId } = await graham(house)
    const first = house.now
    await as(house, operator, (ctx) => withdrawConsent(ctx, told))
    house.now = new Date('2026-03-11T10:00:00Z')
    await as(house, operator, (ctx) => withdrawConsent(ctx, told))
    const kept = (await as(house, operator, ({ db }) => listConsents(db, { responseId }))).find(({ id }) => id === told)!
    assert.deepEqual(kept.withdrawnAt, first)
    assert.equal((await eventsIn(house)).filter(({ name }) => name === 'consent.withdrawn').length, 1)
  }),
)

test(
  'people to tell are those who asked, still want to, and have an address: a confirmed one first',
  inHouse(slots, async (house) => {
    const first = await graham(house)
    const second = await graham(house, 'graham.again@example.org')
    await as(house, operator, async ({ db, commissioner, now }) => {
      const confirmed = {
        commissioner_id: commissioner.id,
        id: newBlindId(),
        person_id: first.personId,
        channel: 'email',
        value: 'other@example.org',
        added_at: now,
      }
      await db.insertInto('contact_points').values(confirmed).execute()
      await db
        .insertInto('contact_confirmations')
        .values({ commissioner_id: commissioner.id, contact_point_id: confirmed.id, confirmed_at: now })
        .execute()
      const both = [first.responseId, second.responseId]
      const tell = async () => (await peopleToTell(db, both)).map(({ responseId, contactPointId }) => [responseId, contactPointId]).sort()
      assert.deepEqual(
        await tell(),
        [
          [first.responseId, confirmed.id],
          [second.responseId, second.contactPointId],
        ].sort(),
      )
      assert.deepEqual(await responsesOf(db, first.personId), [first.responseId])
      assert.deepEqual(await peopleToTell(db, []), [])
    })
    await as(house, operator, (ctx) => withdrawConsent(ctx, second.told))
    assert.equal((await as(house, operator, ({ db }) => peopleToTell(db, [first.responseId, second.responseId]))).length, 1)
  }),
)

test(
  'PEO-8: a person withdraws what they agreed to about a response of theirs, and nobody else can',
  inHouse(slots, async (house) => {
    const mine = await graham(house)
    const theirs = await graham(house, 'ivy@example.org')
    const me: Actor = { kind: 'person', id: mine.personId }
    const withdraw = (id: string) => house.post(`/testshire/me/consents/${id}/withdrawal`, {}, { as: me })
    const done = await withdraw(mine.quoted)
    assert.deepEqual([done.status, done.location], [303, '/testshire/me'])
    assert.equal((await withdraw(theirs.quoted)).status, 404)
    assert.equal((await withdraw(theirs.told)).status, 404)
    const state = await as(house, operator, ({ db }) => listConsents(db, { responseId: mine.responseId }))
    assert.deepEqual(state.map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt !== null]).sort(), [
      ['be quoted', true],
      ['be told', false],
    ])
    const stranger = await house.post(`/testshire/me/consents/${mine.told}/withdrawal`, {})
    assert.match(stranger.text, /signed out/)
  }),
)

test(
  'the list of people shows no address; a record does, and says that it was opened and by whom',
  inHouse(slots, async (house) => {
    const { personId } = await graham(house)
    const lead = await house.staff('engagement lead')
    const listed = await house.get(list, { as: lead })
    assert.match(listed.text, /Graham Pellowick[\s\S]*1, not confirmed[\s\S]*be told/)
    assert.doesNotMatch(listed.text, /graham@example\.org/)

    const shown = await house.get(`${list}/${personId}`, { as: lead })
    assert.match(shown.text, /graham@example\.org/)
    assert.ok(shown.text.includes(consentWordings['be quoted']))
    assert.match(shown.text, /Opened this record[\s\S]*Test engagement lead/)
    const [event] = (await eventsIn(house)).filter(({ name }) => name === 'person.read')
    assert.deepEqual([event!.actor_id, event!.subject_id], [lead.id, personId])
  }),
)

test(
  'an auditor reads a record without its addresses; others do not read it',
  inHouse(slots, async (house) => {
    const { personId, told } = await graham(house)
    const auditor = await house.staff('auditor')
    const shown = await house.get(`${list}/${personId}`, { as: auditor })
    assert.equal(shown.status, 200)
    assert.doesNotMatch(shown.text, /graham@example\.org|withdrawal/)
    assert.equal((await house.post(`${list}/${personId}/consents/${told}/withdrawal`, {}, { as: auditor })).status, 403)
    assert.equal((await house.get(list, { as: await house.staff('analyst') })).status, 403)
  }),
)

test(
  'an engagement lead withdraws a consent for someone who asks',
  inHouse(slots, async (house) => {
    const { personId, quoted } = await graham(house)
    const other = await graham(house, 'ivy@example.org')
    const lead = await house.staff('engagement lead')
    const at = `${list}/${personId}/consents/${quoted}/withdrawal`
    assert.match((await house.get(at, { as: lead })).text, /show my words to the public/)
    assert.equal((await house.post(at, {}, { as: lead })).location, `${list}/${personId}`)
    assert.match((await house.get(`${list}/${personId}`, { as: lead })).text, /Withdrawn 10 March 2026/)
    assert.equal((await house.post(`${list}/${personId}/consents/${other.quoted}/withdrawal`, {}, { as: lead })).status, 404)
  }),
)

test(
  'what happens to people leaves no name and no address in events',
  inHouse(slots, async (house) => {
    const { personId, told } = await graham(house)
    const lead = await house.staff('engagement lead')
    await house.get(`${list}/${personId}`, { as: lead })
    await as(house, lead, (ctx) => withdrawConsent(ctx, told))
    assert.doesNotMatch(JSON.stringify(await eventsIn(house)), /Graham|example\.org/)
  }),
)

test(
  'the list of people pages 50 at a time',
  inHouse(slots, async (house) => {
    await as(house, operator, async (ctx) => {
      for (let at = 0; at < 51; at++) await addPerson(ctx, { name: `Person ${at}`, email: `person-${at}@example.org` })
    })
    const lead = await house.staff('engagement lead')
    const first = await house.get(list, { as: lead })
    assert.match(first.text, /Person 50[\s\S]*Person 1</)
    assert.doesNotMatch(first.text, /Person 0</)
    const next = /href="([^"]*after=[^"]*)"/.exec(first.text)![1]!
    assert.match((await house.get(next, { as: lead })).text, /Person 0</)
  }),
)

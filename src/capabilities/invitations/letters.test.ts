import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Consultation,
  closeConsultation,
  consultations,
  draftConsultation,
  publishConsultation,
  setOutProposal,
} from '#capabilities/consultations'
import { contributions, receiveResponse } from '#capabilities/contributions'
import { addPerson, consentWordings, people, recordConsent } from '#capabilities/people'
import { findReleasedSurvey, type Question, surveys } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import type { Within } from '#platform/jobs.ts'
import { sendMessage } from '#platform/mail.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { askForLink } from './actions/ask-for-link.ts'
import { invitations, isInvitationGood, useInvitation } from './index.ts'
import { jobs } from './jobs.ts'

const slots = gather([people, surveys, contributions, consultations, invitations])
const operator: Actor = { kind: 'operator' }
const anyone: Actor = { kind: 'public' }
const questions: Question[] = [{ key: 'q1', type: 'short-text', text: 'What do you think?' }]

/** A consultation open in March 2026, in which these may answer; and where its invitations are. */
async function consultationFor(house: TestHouse, answering: Consultation['answering'], slug = 'ward') {
  const { id, surveyId } = await house.within(operator, async (ctx) => {
    const text = { title: `Closing the ${slug}`, slug, summary: 'Beds.', canChange: 'When.', cannotChange: 'Money.' }
    const id = await draftConsultation(ctx, { ...text, opensOn: '2026-03-01', closesOn: '2026-03-31', promise: 'anonymous', questions })
    await setOutProposal(ctx, id, { answering })
    return publishConsultation(ctx, id)
  })
  const as = await house.staff('engagement lead')
  return { id, surveyId, as, desk: `/testshire/desk/consultations/${id}/invitations` }
}

const answer = (house: TestHouse, surveyId: string, secret: string) =>
  house.within(anyone, async (ctx) => {
    await useInvitation(ctx, { surveyId, secret })
    const version = (await findReleasedSurvey(ctx.db, surveyId))!
    const answers = [{ question: questions[0]!, choices: null, words: 'Keep it open' }]
    return receiveResponse(ctx, { version, answers, channel: 'web', place: null, personId: null })
  })

const isGood = (house: TestHouse, surveyId: string, secret: string) =>
  house.within(anyone, ({ db }) => isInvitationGood(db, { surveyId, secret }))

/** Answer what was asked for, and send every message that waits. What each holds is given back, by its address. */
async function deliver(house: TestHouse, refusing: readonly string[] = []) {
  const within: Within = (work) => house.within({ kind: 'system' }, work)
  const letters: { to: string; text: string }[] = []
  const postman = {
    async send({ to, text }: { to: string; text: string }) {
      if (refusing.includes(to)) throw Object.assign(new Error('No'), { responseCode: 550, command: 'RCPT TO' })
      letters.push({ to, text })
    },
    close() {},
  }
  const asked = await within(({ db }) => db.selectFrom('link_requests').select('id').execute())
  for (const { id } of asked) await jobs[0]!.run(within, { request: id })
  const messages = await within(({ db }) => db.selectFrom('messages').select('id').orderBy('id').execute())
  for (const { id } of messages) await sendMessage(postman, 'https://involve.example').run(within, { message: id })
  return letters
}

const forget = (house: TestHouse) => jobs[1]!.run((work) => house.within({ kind: 'system' }, work), {})

const linkIn = (text: string) => /https:\/\/involve\.example(\/testshire\/invitation\/([\w-]{43}))/.exec(text) ?? ['', '', '']

test(
  'SAY-4: each address on a list gets a link of its own, which shows a button and is spent by answering alone; bounced ones are named to those who invite',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const addresses = 'ada@example.org\nBen Fell <BEN@example.org>; gone@example.org, ada@example.org\n\n'
    const mailed = await house.post(`${there.desk}/messages`, { name: 'Carers', addresses }, { as: there.as })
    assert.equal(mailed.status, 303)
    assert.match((await house.get(mailed.location, { as: there.as })).text, /3 people are emailed a link[\s\S]*3 waiting to be sent/)
    const letters = await deliver(house, ['gone@example.org'])
    assert.deepEqual(
      letters.map(({ to }) => to),
      ['ada@example.org', 'ben@example.org'],
    )
    const [first, second] = letters.map(({ text }) => linkIn(text))
    assert.notEqual(first![2], second![2])
    for (let times = 0; times < 2; times++) {
      const opened = await house.get(first![1]!)
      assert.match(opened.text, /method="post" action="\/testshire\/consultations\/ward\/respond"/)
      assert.ok(opened.text.includes(`name="invitation" value="${first![2]}"`))
    }
    await answer(house, there.surveyId, first![2]!)
    const used = await house.get(first![1]!)
    assert.match(used.text, /has been used already/)
    assert.doesNotMatch(used.text, /name="invitation"/)
    assert.equal(await isGood(house, there.surveyId, `https://involve.example${second![1]}`), true, 'the whole link, pasted')

    const shown = await house.get(mailed.location, { as: there.as })
    assert.match(shown.text, /2 sent, 1 could not be delivered[\s\S]*gone@example\.org/)
    assert.doesNotMatch(shown.text, /ada@example/)
    const auditor = await house.get(mailed.location, { as: await house.staff('auditor') })
    assert.doesNotMatch(auditor.text, /example\.org/)
    const events = await house.within(operator, ({ db }) => db.selectFrom('events').selectAll().execute())
    assert.ok(events.some(({ name }) => name === 'invitation-batch.addresses-read'))
    assert.doesNotMatch(JSON.stringify(events) + house.logged.join(), new RegExp(`example\\.org|${first![2]}`))
    const links = await house.within(operator, ({ db }) => db.selectFrom('letter_invitations').selectAll().execute())
    assert.equal(links.length, 0, 'once a letter has left nothing says which link went in it')
  }),
)

test(
  'field 13: adding people later mails those alone who were not invited before, in whatever batch',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const { location } = await house.post(`${there.desk}/messages`, { name: 'Carers', addresses: 'ada@example.org' }, { as: there.as })
    const batch = location.split('?')[0]!
    assert.equal((await deliver(house)).length, 1)
    const more = await house.post(`${batch}/people`, { addresses: 'Ada@Example.org\nben@example.org' }, { as: there.as })
    assert.match((await house.get(more.location, { as: there.as })).text, /1 person is emailed a link\. 1 had one already/)
    assert.deepEqual(
      (await deliver(house)).map(({ to }) => to),
      ['ben@example.org'],
    )
    const again = await house.post(`${there.desk}/messages`, { name: 'Others', addresses: 'ada@example.org' }, { as: there.as })
    assert.equal(again.status, 422)
    assert.match(again.text, /Everyone on this list was invited before[\s\S]*value="Others"/)
  }),
)

test(
  'PEO-4: those in the register who asked for news and confirmed their address are invited, and their address is not copied',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    await house.within(operator, async (ctx) => {
      for (const [email, isConfirmed] of [
        ['ada@example.org', true],
        ['ben@example.org', true],
        ['cy@example.org', false],
      ] as const) {
        const { personId, contactPointId } = await addPerson(ctx, { email })
        await recordConsent(ctx, { personId, purpose: 'news', wording: consentWordings.news })
        const confirmation = { commissioner_id: ctx.commissioner.id, contact_point_id: contactPointId, confirmed_at: ctx.now }
        if (isConfirmed) await ctx.db.insertInto('contact_confirmations').values(confirmation).execute()
      }
    })
    assert.match((await house.get(`${there.desk}/messages`, { as: there.as })).text, /Everyone who asked for our news[^<]*\(2\)/)
    await house.post(`${there.desk}/messages`, { name: 'News', addresses: 'ben@example.org', newsReaders: 'yes' }, { as: there.as })
    const copied = await house.within(operator, ({ db }) => db.selectFrom('invited_addresses').select('email').execute())
    assert.deepEqual(copied.map(({ email }) => email).toSorted(), ['ben@example.org', null])
    assert.deepEqual((await deliver(house)).map(({ to }) => to).toSorted(), ['ada@example.org', 'ben@example.org'])
  }),
)

test(
  'SAY-4: a list with mistakes is kept as typed, and nothing is sent',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const post = (body: Record<string, string>) => house.post(`${there.desk}/messages`, body, { as: there.as })
    const wrong = await post({ name: '', addresses: 'ada@example.org\nnot an address' })
    assert.equal(wrong.status, 422)
    assert.match(
      wrong.text,
      /href="#name"[\s\S]*href="#addresses"[\s\S]*This is not an email address: not an address[\s\S]*ada@example\.org/,
    )
    assert.match((await post({ name: 'Carers', addresses: ' \n ' })).text, /Enter at least one email address/)
    const many = Array.from({ length: 1001 }, (_, at) => `p${at}@example.org`).join('\n')
    assert.match((await post({ name: 'Carers', addresses: many })).text, /1,000 addresses at most, not 1,001/)
    const codes = (body: Record<string, string>) => house.post(`${there.desk}/codes`, { instruction: 'Go', ...body }, { as: there.as })
    for (const count of ['0', '5001', 'many', '1.5', '']) assert.equal((await codes({ name: 'x', count })).status, 422, count)
    assert.equal((await codes({ name: 'Twice', count: '1' })).status, 200)
    assert.match((await codes({ name: 'twice', count: '1' })).text, /There is a group of this name already/)
    assert.deepEqual(await deliver(house), [])
  }),
)

test(
  'SAY-4: when it has closed no address is left, nor the key by which one could be known again; what was used and sent is still counted',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const { location } = await house.post(
      `${there.desk}/messages`,
      { name: 'Carers', addresses: 'ada@example.org\nben@example.org' },
      { as: there.as },
    )
    const [letter] = await deliver(house)
    await answer(house, there.surveyId, linkIn(letter!.text)[2]!)
    const kept = () =>
      house.within(operator, async ({ db }) => [
        await db.selectFrom('invited_addresses').selectAll().execute(),
        await db.selectFrom('invitation_keys').selectAll().execute(),
      ])
    await forget(house)
    assert.deepEqual(
      (await kept()).map(({ length }) => length),
      [2, 1],
    )
    await house.within(there.as, (ctx) => closeConsultation(ctx, there.id, { reason: 'The plan was dropped' }))
    await forget(house)
    await forget(house)
    assert.deepEqual(await kept(), [[], []])
    const page = await house.get(location, { as: there.as })
    assert.match(page.text, /Used[\s\S]{0,150}1\b[\s\S]*2 sent/)
    assert.match((await house.get(linkIn(letter!.text)[1]!)).text, /has been used already/)
    assert.equal((await house.post(`${there.desk}/codes`, { name: 'Late', count: '1', instruction: 'Go' }, { as: there.as })).status, 409)
  }),
)

test(
  'SAY-4: the messages of a batch taken back before they left are not sent',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const mailed = await house.post(`${there.desk}/messages`, { name: 'Carers', addresses: 'ada@example.org' }, { as: there.as })
    await house.post(`${mailed.location.split('?')[0]}/withdrawal`, { reason: 'Too early' }, { as: there.as })
    assert.deepEqual(await deliver(house), [])
  }),
)

const asksFor = (house: TestHouse, email: string, headers?: Record<string, string>) =>
  house.post('/testshire/consultations/ward/link', { email }, headers ? { headers } : {})

test(
  'field 9: who asks again gets another link in place of the last; who has answered is told so by message, and no page tells anyone',
  inHouse(slots, async (house) => {
    const { surveyId } = await consultationFor(house, 'one each')
    const replies = [await asksFor(house, 'ada@example.org')]
    const [, path, first] = linkIn((await deliver(house))[0]!.text)
    replies.push(await asksFor(house, ' ADA@example.org '))
    const second = linkIn((await deliver(house))[0]!.text)[2]!
    assert.equal((await house.get(path!)).status, 404)
    await assert.rejects(answer(house, surveyId, first!), /We do not know/)
    await answer(house, surveyId, second)
    await assert.rejects(answer(house, surveyId, second), /has been used already/)

    replies.push(await asksFor(house, 'ada@example.org'))
    const [told] = await deliver(house)
    assert.match(told!.text, /You have answered already[\s\S]*\/testshire\/consultations\/ward\n/)
    assert.equal(linkIn(told!.text)[2], '')
    replies.push(await asksFor(house, 'ben@example.org'))
    assert.equal(new Set(replies.map(({ status, location, text }) => `${status} ${location} ${text}`)).size, 1)
    assert.equal((await house.get(replies[0]!.location)).status, 200)
    assert.equal((await asksFor(house, 'nonsense')).status, 422)
  }),
)

test(
  'field 9: an address is gone when its message has left, and is not read from what is kept',
  inHouse(slots, async (house) => {
    const { surveyId } = await consultationFor(house, 'one each')
    await asksFor(house, 'ada@example.org')
    const [letter] = await deliver(house)
    await answer(house, surveyId, linkIn(letter!.text)[2]!)
    await asksFor(house, 'ada@example.org')
    await deliver(house)
    const kept = await house.within(operator, async ({ db }) => [
      await db.selectFrom('link_requests').selectAll().execute(),
      await db.selectFrom('invitations').selectAll().execute(),
      await db.selectFrom('messages').selectAll().execute(),
      await db.selectFrom('events').selectAll().execute(),
    ])
    assert.deepEqual(kept[0], [])
    assert.doesNotMatch(JSON.stringify(kept) + house.logged.join(), /example\.org/)
  }),
)

test(
  'SAY-4: no more than five messages in a quarter of an hour go to one address, and two hundred askings come from one network',
  inHouse(slots, async (house) => {
    const { surveyId } = await consultationFor(house, 'one each')
    for (let times = 0; times < 7; times++) assert.equal((await asksFor(house, 'ada@example.org')).status, 303)
    assert.equal((await deliver(house)).length, 5)
    await house.within(anyone, async (ctx) => {
      for (let times = 0; times < 195; times++) await askForLink(ctx, { surveyId, email: `p${times}@example.org`, remote: '127.0.0.200' })
    })
    const refused = await asksFor(house, 'ben@example.org')
    assert.equal(refused.status, 429)
    assert.match(refused.text, /Try again in a quarter of an hour/)
    house.now = new Date(house.now.getTime() + 16 * 60_000)
    assert.equal((await asksFor(house, 'ben@example.org')).status, 303)
    await forget(house)
    assert.equal((await house.within(operator, ({ db }) => db.selectFrom('link_attempts').select('id').execute())).length, 1)
  }),
)

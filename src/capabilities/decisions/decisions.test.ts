import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeConsultation, draftConsultation, publishConsultation } from '#capabilities/consultations'
import { makeFinding, withdrawFinding } from '#capabilities/findings'
import type { Actor } from '#platform/context.ts'
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
const typed = { ...wording, 'decidedOn-day': '20', 'decidedOn-month': '4', 'decidedOn-year': '2026' }
const accepted = { outcome: 'accepted', reason: 'We agree.' } as const

/** A consultation, and two findings from its one question. */
async function heard(house: TestHouse, { isClosed = true } = {}) {
  return house.within(operator, async (ctx) => {
    const texts = { title: 'Blood tests', slug: 'blood-tests', summary: 'Where they are done.', canChange: 'Where', cannotChange: 'Nurses' }
    const options = ['Bus', 'Car'].map((label) => ({ value: label.toLowerCase(), label }))
    const questions = [{ key: 'travel', type: 'one-of', text: 'How do you travel?', options }]
    const dates = { opensOn: '2026-03-01', closesOn: '2026-03-31' }
    const consultation = await draftConsultation(ctx, { ...texts, ...dates, promise: 'linked', questions })
    const { surveyId } = await publishConsultation(ctx, consultation)
    if (isClosed) await closeConsultation(ctx, consultation, { reason: 'Enough' })
    const find = (title: string) =>
      makeFinding(ctx, { title, claim: 'Half a day is lost.', surveyId, themeIds: [], questionKeys: ['travel'], quotes: [] })
    return { finding: await find('The bus takes too long'), second: await find('People want Saturdays') }
  })
}

const draftWith = (house: TestHouse, ...findings: string[]) =>
  house.within(operator, async (ctx) => {
    const decisionId = await draftDecision(ctx, wording)
    for (const findingId of findings) await putFinding(ctx, { decisionId, findingId })
    return decisionId
  })

const answer = (
  house: TestHouse,
  decisionId: string,
  findingId: string,
  given: { outcome: 'accepted' | 'in part' | 'not accepted'; reason: string } = accepted,
) => house.within(operator, (ctx) => answerFinding(ctx, { decisionId, findingId, ...given }))

async function published(house: TestHouse) {
  const given = await heard(house)
  const decision = await draftWith(house, given.finding)
  await answer(house, decision, given.finding)
  await house.within(operator, (ctx) => publishDecision(ctx, decision))
  return { ...given, decision }
}

test(
  'DEC-1: a decision with a finding that is not answered cannot be published, and its page says so',
  inHouse(slots, async (house) => {
    const { finding, second } = await heard(house)
    const approver = await house.staff('approver')
    const decision = await draftWith(house, finding, second)
    await answer(house, decision, finding)
    assert.match(
      (await house.get(`${desk}/${decision}`, { as: approver })).text,
      /You can publish when every finding is answered: 1 is not/,
    )
    const refused = await house.post(`${desk}/${decision}/publication`, {}, { as: approver })
    assert.equal(refused.status, 409)
    assert.match(refused.text, /every finding is answered: 1 is not/)
    assert.equal((await house.get(page)).status, 404)
    await answer(house, decision, second, { outcome: 'not accepted', reason: 'The laboratory is shut.' })
    assert.match((await house.get(`${desk}/${decision}/publication`, { as: approver })).text, /People want Saturdays: not accepted/)
    assert.equal((await house.post(`${desk}/${decision}/publication`, {}, { as: approver })).status, 303)
    const { text } = await house.get(page)
    for (const said of ['Should tests move', 'The committee', '20 April 2026', 'We agree', 'Not accepted', 'The laboratory is shut'])
      assert.ok(text.includes(said), said)
  }),
)

test(
  'DEC-1: nor one without a finding, nor one on a finding that was withdrawn',
  inHouse(slots, async (house) => {
    const { finding, second } = await heard(house)
    const approver = await house.staff('approver')
    const decision = await draftWith(house)
    const publish = () => house.post(`${desk}/${decision}/publication`, {}, { as: approver })
    assert.match((await publish()).text, /there is none yet/)
    await house.within(operator, async (ctx) => {
      for (const findingId of [finding, second]) await putFinding(ctx, { decisionId: decision, findingId })
    })
    for (const one of [finding, second]) await answer(house, decision, one)
    await house.within(operator, (ctx) => withdrawFinding(ctx, second, { reason: 'It was one family' }))
    const refused = await publish()
    assert.equal(refused.status, 409)
    assert.match(refused.text, /A finding put to it was withdrawn/)

    const removal = `${desk}/${decision}/findings/${second}/removal`
    const mistake = await house.post(removal, { reason: '' }, { as: approver })
    assert.match(mistake.text, /href="#reason"[\s\S]*id="reason"/)
    assert.equal((await house.post(removal, { reason: 'It was withdrawn' }, { as: approver })).status, 303)
    assert.equal((await publish()).status, 303)
    assert.doesNotMatch((await house.get(page)).text, /Saturdays/)
  }),
)

test(
  'DEC-1: nor while people can still respond to the consultation behind a finding',
  inHouse(slots, async (house) => {
    const { finding } = await heard(house, { isClosed: false })
    const decision = await draftWith(house, finding)
    await answer(house, decision, finding)
    await assert.rejects(
      house.within(operator, (ctx) => publishDecision(ctx, decision)),
      /when “Blood tests” is closed/,
    )
    house.now = new Date('2026-03-31T22:59:00Z')
    await assert.rejects(
      house.within(operator, (ctx) => publishDecision(ctx, decision)),
      /is closed/,
    )
    house.now = new Date('2026-03-31T23:01:00Z')
    await house.within(operator, (ctx) => publishDecision(ctx, decision))
  }),
)

test(
  'DEC-1: a later answer takes the place of an earlier one, which stays to be read',
  inHouse(slots, async (house) => {
    const { finding } = await heard(house)
    const approver = await house.staff('approver')
    const decision = await draftWith(house, finding)
    const form = `${desk}/${decision}/findings/${finding}/answer`
    for (const given of [
      { outcome: 'accepted', reason: 'Yes, all of it.' },
      { outcome: 'in part', reason: 'Only the mornings.' },
    ])
      assert.equal((await house.post(form, given, { as: approver })).status, 303)
    const shown = await house.get(`${desk}/${decision}`, { as: approver })
    assert.match(shown.text, /Only the mornings/)
    assert.doesNotMatch(shown.text, /Yes, all of it/)
    assert.match((await house.get(form, { as: approver })).text, /Only the mornings[\s\S]*Yes, all of it/)
    await house.within(operator, (ctx) => publishDecision(ctx, decision))
    const { text } = await house.get(page)
    assert.match(text, /Accepted in part[\s\S]*Only the mornings/)
    assert.doesNotMatch(text, /Yes, all of it/)
  }),
)

test(
  'DEC-1: nothing of a published decision is changed',
  inHouse(slots, async (house) => {
    const { decision, finding, second } = await published(house)
    const admin = await house.staff('administrator')
    const before = (await house.get(page)).text
    const posts: [string, Record<string, string>][] = [
      [`${desk}/${decision}/wording`, typed],
      [`${desk}/${decision}/findings`, { finding: second }],
      [`${desk}/${decision}/findings/${finding}/answer`, { outcome: 'not accepted', reason: 'We changed our minds' }],
      [`${desk}/${decision}/findings/${finding}/removal`, { reason: 'Away' }],
      [`${desk}/${decision}/publication`, {}],
    ]
    for (const [address, body] of posts) {
      const refused = await house.post(address, body, { as: admin })
      assert.equal(refused.status, 409, address)
      assert.match(refused.text, /published/)
    }
    assert.equal((await house.get(page)).text, before)
  }),
)

test(
  'DEC-1: an engagement lead drafts, and only an approver or an administrator answers and publishes',
  inHouse(slots, async (house) => {
    const { finding } = await heard(house)
    const lead = await house.staff('engagement lead')
    const drafted = await house.post(`${desk}/new`, typed, { as: lead })
    assert.equal(drafted.status, 303)
    const put = await house.post(`${drafted.location}/findings`, { finding }, { as: lead })
    assert.equal(put.status, 303)
    const answerForm = `${drafted.location}/findings/${finding}/answer`
    for (const role of ['engagement lead', 'analyst', 'auditor'] as const) {
      const staff = await house.staff(role)
      assert.equal((await house.post(answerForm, accepted, { as: staff })).status, 403)
      assert.equal((await house.post(`${drafted.location}/publication`, {}, { as: staff })).status, 403)
    }
    await assert.rejects(house.within(lead, (ctx) => publishDecision(ctx, drafted.location.split('/').at(-1)!)))
    const admin = await house.staff('administrator')
    assert.equal((await house.post(answerForm, accepted, { as: admin })).status, 303)
    assert.equal((await house.post(`${drafted.location}/publication`, {}, { as: admin })).status, 303)
  }),
)

test(
  'an auditor reads and changes nothing; another commissioner’s staff find nothing',
  inHouse(slots, async (house) => {
    const { decision } = await published(house)
    const auditor = await house.staff('auditor')
    assert.equal((await house.get(`${desk}/${decision}`, { as: auditor })).status, 200)
    for (const address of [`${desk}/new`, `${desk}/${decision}/wording`, `${desk}/${decision}/findings`, `${desk}/${decision}/changes/new`])
      assert.equal((await house.post(address, typed, { as: auditor })).status, 403, address)
    const elsewhere = await house.addCommissioner('elsewhere')
    const stranger = await house.staff('administrator', elsewhere)
    assert.equal((await house.get(`/elsewhere/desk/decisions/${decision}`, { as: stranger })).status, 404)
    assert.equal((await house.get(`${desk}/${decision}`, { as: stranger })).status, 404)
    assert.equal((await house.get(page.replace('testshire', 'elsewhere'))).status, 404)
    assert.equal((await house.get(`${desk}/nonsense`, { as: auditor })).status, 404)
  }),
)

test(
  'every mistake in a form is named, its link lands, and what was typed is kept',
  inHouse(slots, async (house) => {
    const { finding } = await heard(house)
    const approver = await house.staff('approver')
    const decision = await draftWith(house, finding)
    const lands = async (address: string, body: Record<string, string>, fields: string[]) => {
      const reply = await house.post(address, body, { as: approver })
      assert.equal(reply.status, 422, address)
      for (const field of fields) {
        assert.match(reply.text, new RegExp(`href="#${field}"`), field)
        assert.match(reply.text, new RegExp(`id="${field}"`), field)
      }
      return reply.text
    }
    await lands(`${desk}/new`, {}, ['title', 'question', 'decidedBy', 'decidedOn-day', 'slug'].slice(0, 4))
    assert.match(await lands(`${desk}/new`, { ...typed, 'decidedOn-day': '31' }, ['decidedOn-day']), /must be a real date[\s\S]*value="31"/)
    assert.match(await lands(`${desk}/new`, typed, ['slug']), /Another decision has this address/)
    await lands(`${desk}/new`, { ...typed, slug: 'new' }, ['slug'])
    await lands(`${desk}/${decision}/findings`, { finding: '' }, ['finding'])
    await lands(`${desk}/${decision}/findings/${finding}/answer`, {}, ['outcome', 'reason'])
    assert.match(
      await lands(`${desk}/${decision}/findings/${finding}/answer`, { outcome: 'in part', reason: ' ' }, ['reason']),
      /value="in part"[^>]* checked/,
    )
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Consultation, consultations, draftConsultation, publishConsultation, setOutProposal } from '#capabilities/consultations'
import { contributions, receiveResponse } from '#capabilities/contributions'
import { people } from '#capabilities/people'
import { findReleasedSurvey, type Question, surveys } from '#capabilities/surveys'
import { render } from '#design'
import type { Actor } from '#platform/context.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { InvitationStep, invitations, isInvitationGood, mistakeInInvitation, useInvitation } from './index.ts'
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

const makeCodes = async (house: TestHouse, { desk, as }: { desk: string; as: Actor }, count: number, name = 'Patients') => {
  const reply = await house.post(`${desk}/codes`, { name, count: String(count), instruction: 'Go to our website & type:' }, { as })
  const codes = [...reply.text.matchAll(/gt-slip__code">([^<]*)</g)].map(([, code]) => code!)
  const file = /action="([^"]*\/codes)"/.exec(reply.text)?.[1] ?? ''
  return { reply, codes, file, batch: file.replace(/\/codes$/, '') }
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

const forget = (house: TestHouse) => jobs[1]!.run((work) => house.within({ kind: 'system' }, work), {})

test(
  'SAY-4: codes are shown once, downloaded as they were shown, kept as hashes, and each lets one answer in',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const { codes, file, reply, batch } = await makeCodes(house, there, 3)
    assert.deepEqual([reply.status, codes.length, new Set(codes).size], [200, 3, 3])
    for (const code of codes) assert.match(code, /^[34679BCDFGHJKLMNPQRSTVWXZ]{4}(-[34679BCDFGHJKLMNPQRSTVWXZ]{4}){2}$/)
    assert.match(reply.text, /Go to our website &amp; type:/)
    const csv = await house.post(file, { codes: [...codes, 'AAAA-BBBB-CCCC', '=1+1'].join(' ') }, { as: there.as })
    assert.equal(csv.text, ['Code', ...codes, ''].join('\r\n'), 'only codes of this group')

    const everything = await house.within(operator, ({ db }) => db.selectFrom('invitations').selectAll().execute())
    assert.doesNotMatch(JSON.stringify(everything), new RegExp(codes.join('|')))

    assert.equal(await isGood(house, there.surveyId, codes[0]!), true)
    await answer(house, there.surveyId, ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `)
    assert.equal(await isGood(house, there.surveyId, codes[0]!), false)
    await assert.rejects(answer(house, there.surveyId, codes[0]!), /has been used already/)
    await assert.rejects(answer(house, there.surveyId, 'KKKK-KKKK-KKKK'), /We do not know this code/)
    await assert.rejects(answer(house, there.surveyId, ' '), /Enter your code/)
    assert.match((await house.get(batch, { as: there.as })).text, /Codes[\s\S]{0,150}3[\s\S]{0,150}Used[\s\S]{0,150}1\b/)
    assert.doesNotMatch((await house.get(batch, { as: there.as })).text, new RegExp(codes.join('|')))
  }),
)

test(
  'SAY-4: a code opens the consultation it was made for, and no other',
  inHouse(slots, async (house) => {
    const ward = await consultationFor(house, 'invited')
    const clinic = await consultationFor(house, 'invited', 'clinic')
    const { codes } = await makeCodes(house, ward, 1)
    await assert.rejects(answer(house, clinic.surveyId, codes[0]!), /We do not know this code/)
    await answer(house, ward.surveyId, codes[0]!)
  }),
)

test(
  'SAY-4: a batch taken back lets nobody in any more, and says why; answers given stay',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const { codes, batch } = await makeCodes(house, there, 2)
    await answer(house, there.surveyId, codes[0]!)
    const silent = await house.post(`${batch}/withdrawal`, { reason: ' ' }, { as: there.as })
    assert.equal(silent.status, 422)
    assert.match(silent.text, /1 of 2 were not used/)
    await house.post(`${batch}/withdrawal`, { reason: 'The post lost them' }, { as: there.as })
    await assert.rejects(answer(house, there.surveyId, codes[1]!), /does not work any more/)
    await assert.rejects(answer(house, there.surveyId, codes[0]!), /has been used already/)
    assert.match((await house.get(batch, { as: there.as })).text, /The post lost them[\s\S]*Took back 1 invitation/)
    assert.equal((await house.post(`${batch}/withdrawal`, { reason: 'Again' }, { as: there.as })).status, 409)
    assert.equal(await house.within(operator, async ({ db }) => (await db.selectFrom('responses').select('id').execute()).length), 1)
  }),
)

test(
  'field 14: nothing kept or recorded joins an invitation to a response: no event, no shared id, and no day after the day itself',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const { codes } = await makeCodes(house, there, 20)
    const events = () => house.within(operator, ({ db }) => db.selectFrom('events').select(['name', 'detail']).execute())
    const before = (await events()).length
    for (const code of codes) await answer(house, there.surveyId, code)
    const recorded = (await events()).slice(before)
    assert.deepEqual([...new Set(recorded.map(({ name }) => name))], ['response.submitted'])
    const spent = () => house.within(operator, ({ db }) => db.selectFrom('invitation_spendings').selectAll().execute())
    const used = await spent()
    for (const { invitation_id: id } of used) assert.doesNotMatch(JSON.stringify(recorded), new RegExp(id))
    assert.ok(used.every(({ spent_on: day }) => day === '2026-03-10'))

    await forget(house)
    assert.ok(
      (await spent()).every(({ spent_on: day }) => day !== null),
      'not on the day itself',
    )
    house.now = new Date('2026-03-11T03:00:00Z')
    await forget(house)
    const mixed = await spent()
    assert.ok(mixed.every(({ spent_on: day }) => day === null))
    const ids = mixed.map(({ invitation_id: id }) => id)
    assert.deepEqual(ids, ids.toSorted(), 'in an order of chance, not that of the responses')
    await assert.rejects(answer(house, there.surveyId, codes[0]!), /has been used already/)
  }),
)

test(
  'SAY-4: only engagement leads and administrators invite; others look at the counts; nobody else’s batch or link is found',
  inHouse(slots, async (house) => {
    const there = await consultationFor(house, 'invited')
    const { batch } = await makeCodes(house, there, 1)
    const analyst = await house.staff('analyst')
    assert.equal((await house.get(there.desk, { as: analyst })).status, 200)
    for (const path of [`${there.desk}/codes`, `${there.desk}/messages`, `${batch}/withdrawal`])
      assert.equal((await house.post(path, {}, { as: analyst })).status, 403, path)
    const clinic = await consultationFor(house, 'invited', 'clinic')
    assert.equal((await house.get(batch.replace(there.id, clinic.id), { as: there.as })).status, 404)
    assert.equal((await house.get('/testshire/invitation/AAAAAAAAAAAAAAAAAAAAAA')).status, 404)
    assert.equal((await house.post(`${batch}/people`, { addresses: 'ada@example.org' }, { as: there.as })).status, 409)
  }),
)

test(
  'SAY-4: the desk of a consultation leads to its invitations where not everyone may answer; where everyone may, nobody is invited',
  inHouse(slots, async (house) => {
    const open = await consultationFor(house, 'anyone')
    const each = await consultationFor(house, 'one each', 'clinic')
    const record = (id: string) => house.get(`/testshire/desk/consultations/${id}`, { as: open.as })
    assert.doesNotMatch((await record(open.id)).text, /\/invitations"/)
    assert.match((await record(each.id)).text, /\/invitations"/)
    assert.match((await house.get(each.desk, { as: open.as })).text, /Addresses we sent a link to/)
    assert.equal((await house.post(`${open.desk}/codes`, { name: 'x', count: '1', instruction: 'Go' }, { as: open.as })).status, 409)
    assert.equal((await house.get('/testshire/consultations/ward/link')).location, '/testshire/consultations/ward')
    assert.match((await house.get('/testshire/consultations/clinic/link')).text, /Your email address/)
  }),
)

test(
  'SAY-4: before twelve questions are asked, the code is: what was typed stays, with what is wrong with it; or how to get a link is said',
  inHouse(slots, async (house) => {
    const { surveyId } = await consultationFor(house, 'invited')
    const mistake = await house.within(anyone, ({ db }) => mistakeInInvitation(db, { surveyId, secret: 'K4TX <b>' }))
    const about = { commissioner: 'testshire', action: '/testshire/consultations/ward/respond', typed: 'K4TX <b>', mistake }
    const step = (answering: Consultation['answering']) =>
      render(<InvitationStep {...about} consultation={{ answering, slug: 'ward', title: 'Ward' }} fields={{ 'survey-variant': 'cy' }} />)
    const code = step('invited')
    assert.match(code, /href="#invitation"[\s\S]*name="survey-variant" value="cy"[\s\S]*id="invitation"/)
    assert.match(code, /We do not know this code or link/)
    assert.match(code, /value="K4TX &lt;b>"|value="K4TX &lt;b&gt;"/)
    assert.match(step('one each'), /href="\/testshire\/consultations\/ward\/link"/)
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeFinding } from '#capabilities/findings'
import { draftSurvey, releaseSurvey } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { answerFinding, completeChange, draftDecision, dropChange, promiseChange, publishDecision, putFinding } from './index.ts'

const operator: Actor = { kind: 'operator' }
const desk = '/testshire/desk/changes'
const typed = { title: 'Evening clinics', owner: 'The laboratory', 'dueOn-day': '1', 'dueOn-month': '5', 'dueOn-year': '2026' }

/** A published decision that accepts one finding. */
const decided = (house: TestHouse) =>
  house.within(operator, async (ctx) => {
    const question = {
      key: 'q',
      type: 'one-of',
      text: 'When?',
      options: [
        { value: 'evening', label: 'Evenings' },
        { value: 'day', label: 'Days' },
      ],
    }
    const { surveyId } = await draftSurvey(ctx, { title: 'Times', promise: 'anonymous', questions: [question] })
    await releaseSurvey(ctx, surveyId)
    const findingId = await makeFinding(ctx, {
      title: 'People want evenings',
      claim: 'Most do.',
      surveyId,
      themeIds: [],
      questionKeys: ['q'],
      quotes: [],
    })
    const decisionId = await draftDecision(ctx, {
      title: 'Clinic times',
      question: 'When?',
      decidedBy: 'The board',
      decidedOn: '2026-03-10',
    })
    await putFinding(ctx, { decisionId, findingId })
    await answerFinding(ctx, { decisionId, findingId, outcome: 'accepted', reason: 'Yes.' })
    await publishDecision(ctx, decisionId)
    return { decisionId, findingId, page: '/testshire/decisions/clinic-times' }
  })

const promise = (house: TestHouse, decisionId: string, title: string, dueOn: string) =>
  house.within(operator, (ctx) => promiseChange(ctx, { decisionId, title, owner: 'The laboratory', dueOn }))

test(
  'DEC-2: a change is promised, shown in public, and followed until it is done, with evidence',
  inHouse(slots, async (house) => {
    const { decisionId, findingId, page } = await decided(house)
    const lead = await house.staff('engagement lead')
    assert.equal(
      (await house.post(`/testshire/desk/decisions/${decisionId}/changes/new`, { ...typed, finding: findingId }, { as: lead })).status,
      303,
    )
    assert.match((await house.get(page)).text, /What changes because of it[\s\S]*Evening clinics[\s\S]*Not done yet[\s\S]*1 May 2026/)
    const [change] = /changes\/([0-9a-f-]{36})/.exec((await house.get(desk, { as: lead })).text)!.slice(1)

    const done = { evidence: 'The first clinic list', 'doneOn-day': '9', 'doneOn-month': '3', 'doneOn-year': '2026' }
    const early = await house.post(`${desk}/${change}/completion`, { ...done, 'doneOn-day': '11' }, { as: lead })
    assert.equal(early.status, 422)
    assert.match(early.text, /href="#doneOn-day"[\s\S]*must be today or earlier[\s\S]*id="doneOn-day"/)
    assert.equal((await house.post(`${desk}/${change}/completion`, done, { as: lead })).status, 303)
    assert.match((await house.get(page)).text, /Evening clinics[\s\S]*Done[\s\S]*9 March 2026[\s\S]*The first clinic list/)
    assert.match(
      (await house.get(`${desk}/${change}`, { as: lead })).text,
      /The first clinic list[\s\S]*Recorded that it is done[\s\S]*Promised it/,
    )
    assert.equal((await house.post(`${desk}/${change}/drop`, { reason: 'No' }, { as: lead })).status, 409)
  }),
)

test(
  'DEC-2: a promise that is not kept is dropped openly, with the reason',
  inHouse(slots, async (house) => {
    const { decisionId, page } = await decided(house)
    const change = await promise(house, decisionId, 'Saturday clinics', '2026-05-01')
    const approver = await house.staff('approver')
    const mistake = await house.post(`${desk}/${change}/drop`, {}, { as: approver })
    assert.match(mistake.text, /href="#reason"[\s\S]*id="reason"/)
    assert.equal((await house.post(`${desk}/${change}/drop`, { reason: 'The laboratory is shut' }, { as: approver })).status, 303)
    assert.match((await house.get(page)).text, /Saturday clinics[\s\S]*Will not be done[\s\S]*The laboratory is shut/)
    assert.equal(
      (
        await house.post(
          `${desk}/${change}/completion`,
          { evidence: 'x', 'doneOn-day': '9', 'doneOn-month': '3', 'doneOn-year': '2026' },
          { as: approver },
        )
      ).status,
      409,
    )
  }),
)

test(
  'DEC-2: a change is late from the day after it was due, in London, on every page',
  inHouse(slots, async (house) => {
    const { decisionId, page } = await decided(house)
    const lead = await house.staff('engagement lead')
    await promise(house, decisionId, 'Evening clinics', '2026-05-01')
    await promise(house, decisionId, 'New forms', '2026-06-01')
    house.now = new Date('2026-05-01T22:59:00Z')
    assert.doesNotMatch((await house.get(page)).text, />\s*Late/)
    house.now = new Date('2026-05-01T23:01:00Z')
    assert.match(
      (await house.get(page)).text,
      /Evening clinics<\/strong>[^<]*<strong[^>]*>\s*Late[\s\S]*New forms<\/strong>[^<]*<strong[^>]*>\s*Not done yet/,
    )
    const { text } = await house.get(desk, { as: lead })
    assert.match(text, /1 change is late[\s\S]*Evening clinics[\s\S]*Late[\s\S]*New forms/)
  }),
)

test(
  'DEC-2: changes are listed by what became of them',
  inHouse(slots, async (house) => {
    const { decisionId } = await decided(house)
    const auditor = await house.staff('auditor')
    assert.match((await house.get(desk, { as: auditor })).text, /promised on the page of the decision/)
    const [done, dropped] = [
      await promise(house, decisionId, 'Early clinics', '2026-05-01'),
      await promise(house, decisionId, 'Sunday clinics', '2026-05-02'),
    ]
    await promise(house, decisionId, 'Evening clinics', '2026-05-03')
    await house.within(operator, async (ctx) => {
      await completeChange(ctx, done, { evidence: 'The list', doneOn: '2026-03-10' })
      await dropChange(ctx, dropped, { reason: 'No money' })
    })
    for (const [show, title] of [
      ['open', 'Evening'],
      ['done', 'Early'],
      ['dropped', 'Sunday'],
    ]) {
      const { text } = await house.get(`${desk}?show=${show}`, { as: auditor })
      assert.deepEqual(
        [...text.matchAll(/(\w+) clinics/g)].map(([, name]) => name),
        [title],
      )
    }
  }),
)

test(
  'DEC-2: an analyst and an auditor promise nothing, and a change of a draft is not public',
  inHouse(slots, async (house) => {
    const { decisionId } = await decided(house)
    const change = await promise(house, decisionId, 'Evening clinics', '2026-05-01')
    for (const role of ['analyst', 'auditor'] as const) {
      const staff = await house.staff(role)
      for (const address of [
        `/testshire/desk/decisions/${decisionId}/changes/new`,
        `${desk}/${change}/completion`,
        `${desk}/${change}/drop`,
      ])
        assert.equal((await house.post(address, typed, { as: staff })).status, 403, address)
    }
    const other = await house.staff('administrator', await house.addCommissioner('elsewhere'))
    assert.equal((await house.get(`/elsewhere/desk/changes/${change}`, { as: other })).status, 404)

    const describe = slots.threadKinds.find(({ kind }) => kind === 'change')!.describe
    const draft = await house.within(operator, (ctx) =>
      draftDecision(ctx, { title: 'Next year', question: 'What?', decidedBy: 'The board', decidedOn: '2026-03-10' }),
    )
    const hidden = await promise(house, draft, 'A secret plan', '2026-05-01')
    const nodes = await house.within({ kind: 'public' }, (ctx) => describe(ctx, [change, hidden]))
    assert.deepEqual(nodes.map(({ label }) => label).sort(), ['A change that is not published yet', 'Evening clinics (not done yet)'])
  }),
)

test(
  'DEC-2: mistakes in a promise are named and their links land',
  inHouse(slots, async (house) => {
    const { decisionId } = await decided(house)
    const reply = await house.post(
      `/testshire/desk/decisions/${decisionId}/changes/new`,
      { finding: 'x' },
      { as: await house.staff('approver') },
    )
    assert.equal(reply.status, 422)
    for (const field of ['title', 'owner', 'dueOn-day', 'finding']) {
      assert.match(reply.text, new RegExp(`href="#${field}"`))
      assert.match(reply.text, new RegExp(`id="${field}"`))
    }
  }),
)

test(
  'DEC-7: the thread runs from decision to change and back, and the digest of the promise holds',
  inHouse(slots, async (house) => {
    const { decisionId } = await decided(house)
    const change = await promise(house, decisionId, 'Evening clinics', '2026-05-01')
    await house.within(await house.staff('auditor'), async (ctx) => {
      const join = slots.threadJoins.find(({ to }) => to === 'change')!
      assert.deepEqual(await join.forward(ctx, [decisionId]), [{ from: decisionId, to: change }])
      assert.deepEqual(await join.backward(ctx, [change]), [{ from: decisionId, to: change }])
      const [row] = await slots.spine.find(({ kind }) => kind === 'change')!.read(ctx, '', 10)
      const { digests } = await ctx.db
        .selectFrom('events')
        .select('digests')
        .where('name', '=', 'change.promised')
        .executeTakeFirstOrThrow()
      assert.deepEqual(digests, [['change', change, digestOf(row!)]])
    })
  }),
)

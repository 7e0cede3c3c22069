import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftSurvey, surveys } from '#capabilities/surveys'
import type { Actor } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { countWaiting, drafts, findDraft, finishDraft, forgetAddresses, moveClosing, saveDraft, tellWaiting } from './index.ts'

const anyone: Actor = { kind: 'public' }
const system: Actor = { kind: 'system' }
const slots = gather([surveys, drafts])
const at = (moment: string) => new Date(`${moment}T10:20:30Z`)
let survey = { surveyId: '', versionId: '' }

async function open(house: TestHouse) {
  const lead = await house.staff('engagement lead')
  const version = await house.within(lead, (ctx) => draftSurvey(ctx, { title: 'Clinic hours', promise: 'anonymous', questions: [] }))
  survey = { surveyId: version.surveyId, versionId: version.id }
  house.now = at('2026-03-10')
}

interface Saving {
  from?: string
  closesOn?: string | null
}

const save = (house: TestHouse, address: string, { closesOn = '2026-06-30', ...rest }: Saving = {}) =>
  house.within(anyone, (ctx) =>
    saveDraft(ctx, { ...survey, body: { q1: 'words' }, page: 2, address, returnPath: (token) => `/testshire/${token}`, closesOn, ...rest }),
  )

async function saveAndOpen(house: TestHouse, address: string, saving?: Saving) {
  await save(house, address, saving)
  return /\/testshire\/saved\/([\w-]{43})\n/.exec((await house.deliver()).at(-1)?.text ?? '')?.[1] ?? ''
}
const found = (house: TestHouse, token: string) => house.within(anyone, (ctx) => findDraft(ctx, token))
const finish = (house: TestHouse, token: string) => house.within(anyone, (ctx) => finishDraft(ctx, token))
const waiting = (house: TestHouse) => house.within(system, (ctx) => countWaiting(ctx.db, survey.surveyId))

async function nightOf(house: TestHouse, day: string) {
  house.now = at(day)
  for (const job of drafts.jobs ?? []) await job.run((work) => house.within(system, work), {})
  return (await house.deliver()).map(({ to, subject }) => `${to}: ${subject}`)
}

test(
  'field 7: two windows leave no ghost: once the answers are sent, nobody is reminded of any of them',
  inHouse(slots, async (house) => {
    await open(house)
    const first = await saveAndOpen(house, 'ada@example.org')
    await saveAndOpen(house, 'ada@example.org', { from: first })
    const other = await saveAndOpen(house, 'ada@example.org', { from: first })
    await finish(house, other)
    await assert.rejects(found(house, other), NotFound)
    await finish(house, other)
    for (const day of ['2026-03-20', '2026-04-06', '2026-04-09', '2026-04-10']) assert.deepEqual(await nightOf(house, day), [], day)
  }),
)

test(
  'field 7: of links that were asked for one out of another, one warning goes out; of two people’s answers, one each',
  inHouse(slots, async (house) => {
    await open(house)
    const shared = await saveAndOpen(house, 'ada@example.org')
    await saveAndOpen(house, 'ada@example.org', { from: shared })
    await saveAndOpen(house, 'ben@example.org', { from: shared })
    const told = await nightOf(house, '2026-04-06')
    assert.deepEqual(
      told.toSorted(),
      ['ada@example.org', 'ben@example.org'].map((to) => `${to}: We will delete your saved answers after 9 April 2026`),
    )
  }),
)

test(
  'SAY-3: three days before, once, we say on which day saved answers are deleted; on the day after, they are',
  inHouse(slots, async (house) => {
    await open(house)
    const token = await saveAndOpen(house, 'ada@example.org', { closesOn: '2026-03-20' })
    assert.deepEqual(await nightOf(house, '2026-03-16'), [])
    assert.deepEqual(await nightOf(house, '2026-03-17'), ['ada@example.org: We will delete your saved answers after 20 March 2026'])
    assert.deepEqual(await nightOf(house, '2026-03-18'), [])
    assert.equal((await found(house, token)).expiresOn, '2026-03-20')

    house.now = at('2026-03-21')
    await assert.rejects(found(house, token), NotFound, 'even before the job came round')
    const over = await house.get(`/testshire/saved/${token}`)
    assert.deepEqual([over.status, /not here any more/.test(over.text)], [404, true])
    await nightOf(house, '2026-03-21')
    await house.within(system, async ({ db }) => {
      for (const table of ['drafts', 'return_addresses', 'address_warnings', 'return_links', 'draft_closings'] as const)
        assert.deepEqual(await db.selectFrom(table).select('commissioner_id').execute(), [], table)
    })
  }),
)

test(
  'SAY-3: where answers are saved within their last three days, the link’s own message is the warning',
  inHouse(slots, async (house) => {
    await open(house)
    await saveAndOpen(house, 'ada@example.org', { closesOn: '2026-03-13' })
    for (const day of ['2026-03-10', '2026-03-12', '2026-03-13']) assert.deepEqual(await nightOf(house, day), [])
  }),
)

test(
  'SAY-3: when the last day moves, every address is told once, answers are kept until the new day, and it is warned of anew',
  inHouse(slots, async (house) => {
    await open(house)
    const token = await saveAndOpen(house, 'ada@example.org', { closesOn: '2026-03-20' })
    await saveAndOpen(house, 'ada@example.org')
    await saveAndOpen(house, 'ben@example.org', { closesOn: '2026-03-20' })
    const sent = await saveAndOpen(house, 'cas@example.org', { closesOn: '2026-03-20' })
    await finish(house, sent)
    assert.equal(await waiting(house), 2)
    assert.equal((await nightOf(house, '2026-03-18')).length, 3)

    const count = await house.within(system, async (ctx) => {
      await moveClosing(ctx, survey.surveyId, '2026-05-31')
      return tellWaiting(ctx, survey.surveyId, { subject: 'You have longer', body: 'Until 31 May 2026.' })
    })
    assert.equal(count, 2)
    assert.deepEqual((await house.deliver()).map(({ to }) => to).toSorted(), ['ada@example.org', 'ben@example.org'])
    assert.equal((await found(house, token)).expiresOn, '2026-04-09')
    assert.equal((await nightOf(house, '2026-04-06')).length, 3)
  }),
)

test(
  'SAY-3: addresses are forgotten when the survey closes, and a message to one goes nowhere',
  inHouse(slots, async (house) => {
    await open(house)
    await saveAndOpen(house, 'ada@example.org')
    await save(house, 'ben@example.org')
    await house.within(system, (ctx) => forgetAddresses(ctx, survey.surveyId))
    assert.equal(await waiting(house), 0)
    assert.deepEqual(await house.deliver(), [])
  }),
)

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeWords } from '#capabilities/codings'
import { receiveResponse, redactWords } from '#capabilities/contributions'
import { answerFinding, draftDecision, promiseChange, publishDecision, putFinding } from '#capabilities/decisions'
import { makeFinding } from '#capabilities/findings'
import { addPerson, consentWordings, recordConsent } from '#capabilities/people'
import { draftSurvey, findSurvey, releaseSurvey } from '#capabilities/surveys'
import { makeFrame } from '#capabilities/themes'
import type { Actor, Context } from '#platform/context.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { slots } from '../../app.ts'
import { describeSteps, walkThread } from './actions/walk-thread.ts'
import { commands } from './commands.ts'
import { sealEvents } from './index.ts'
import { branchesFrom, type Step } from './thread.ts'

const operator: Actor = { kind: 'operator' }

async function ask(ctx: Context, title: string, words: readonly string[], theme: string) {
  const { surveyId } = await draftSurvey(ctx, {
    title,
    promise: 'linked',
    questions: [{ key: 'words', type: 'long-text', text: 'What matters to you?' }],
  })
  await releaseSurvey(ctx, surveyId)
  const version = await findSurvey(ctx.db, surveyId)
  const contributionIds: string[] = []
  for (const said of words) {
    const { personId } = await addPerson(ctx, { email: 'someone@example.org' })
    const { responseId } = await receiveResponse(ctx, {
      version,
      channel: 'web',
      answers: [{ question: version.questions[0]!, choices: null, words: said }],
    })
    for (const purpose of ['be told', 'be quoted'] as const)
      await recordConsent(ctx, { personId, responseId, purpose, wording: consentWordings[purpose] })
    const { id } = await ctx.db.selectFrom('contributions').select('id').where('response_id', '=', responseId).executeTakeFirstOrThrow()
    await codeWords(ctx, { contributionId: id, span: null, themeIds: [theme] })
    contributionIds.push(id)
  }
  return { surveyId, contributionIds }
}

/** Two surveys share a frame with one theme; a finding, a decision and a change came of the first. */
const story = (house: TestHouse, words: readonly string[] = ['The last bus leaves too early for Jane', 'No bus']) =>
  house.within(operator, async (ctx) => {
    const { themeIds } = await makeFrame(ctx, { title: 'Buses', themes: [{ name: 'Last bus', definition: 'When it goes' }] })
    const theme = themeIds['Last bus']!
    const [first, second] = [await ask(ctx, 'Buses', words, theme), await ask(ctx, 'Trains', ['Trains are late'], theme)]
    const quotes = first.contributionIds.slice(0, 1).map((contributionId) => ({ contributionId, start: 0, end: words[0]!.length }))
    const finding = await makeFinding(ctx, {
      title: 'It goes too early',
      claim: 'People cannot get home.',
      surveyId: first.surveyId,
      themeIds: [theme],
      quotes,
    })
    const other = await makeFinding(ctx, {
      title: 'Trains too',
      claim: 'Trains are late.',
      surveyId: second.surveyId,
      themeIds: [theme],
      quotes: [],
    })
    const decision = await draftDecision(ctx, {
      title: 'Evening buses',
      question: 'A later bus?',
      decidedBy: 'The board',
      decidedOn: ctx.today,
    })
    await putFinding(ctx, { decisionId: decision, findingId: finding })
    await answerFinding(ctx, { decisionId: decision, findingId: finding, outcome: 'accepted', reason: 'We agree.' })
    const change = await promiseChange(ctx, {
      decisionId: decision,
      findingId: finding,
      title: 'A bus at seven',
      owner: 'The bus company',
      dueOn: '2026-06-01',
    })
    return { theme, first, second, finding, other, decision, change }
  })

const publish = (house: TestHouse, decision: string) => house.within(operator, (ctx) => publishDecision(ctx, decision))
const walked = (house: TestHouse, start: Step, direction: 'forward' | 'backward') =>
  house.within(operator, async (ctx) =>
    [
      ...new Set((await walkThread(ctx, start, direction)).flatMap(({ from, to }) => [from, to]).map(({ kind, id }) => `${kind} ${id}`)),
    ].sort(),
  )

const withoutNotices = (steps: string[]) => steps.filter((step) => !step.startsWith('notice'))

test(
  'DEC-7: from what someone said, the thread runs to the change and to who was told',
  inHouse(slots, async (house) => {
    const { theme, first, finding, decision, change } = await story(house)
    await publish(house, decision)
    const start = { kind: 'contribution', id: first.contributionIds[1]! }
    const steps = await walked(house, start, 'forward')
    assert.deepEqual(withoutNotices(steps), [
      `change ${change}`,
      `contribution ${start.id}`,
      `decision ${decision}`,
      `finding ${finding}`,
      `theme ${theme}`,
    ])
    assert.equal(steps.length - withoutNotices(steps).length, 2)
    assert.deepEqual(await walked(house, start, 'backward'), [])
  }),
)

test(
  'DEC-7: from a change, the thread runs back to what people said, and claims no other survey’s words',
  inHouse(slots, async (house) => {
    const { theme, first, finding, decision, change } = await story(house)
    const expected = [
      `change ${change}`,
      ...first.contributionIds.map((id) => `contribution ${id}`),
      `decision ${decision}`,
      `finding ${finding}`,
      `theme ${theme}`,
    ].sort()
    assert.deepEqual(await walked(house, { kind: 'change', id: change }, 'backward'), expected)
  }),
)

test(
  'DEC-7: a theme is everybody’s: from it the thread goes to every survey',
  inHouse(slots, async (house) => {
    const { theme, first, second, finding, other } = await story(house)
    const back = await walked(house, { kind: 'theme', id: theme }, 'backward')
    assert.equal(back.length, 1 + first.contributionIds.length + second.contributionIds.length)
    const on = await walked(house, { kind: 'theme', id: theme }, 'forward')
    for (const id of [finding, other]) assert.ok(on.includes(`finding ${id}`))
  }),
)

test(
  'DEC-7: staff see the thread of anything on one page, both ways, with its history',
  inHouse(slots, async (house) => {
    const { finding, first, decision } = await story(house)
    await publish(house, decision)
    const as = await house.staff('auditor')
    const { status, text } = await house.get(`/testshire/desk/threads/finding/${finding}`, { as })
    assert.equal(status, 200)
    for (const part of [
      /It goes too early/,
      /What it rests on[\s\S]*Last bus[\s\S]*What came of it[\s\S]*Evening buses[\s\S]*A bus at seven/,
      /<svg class="gt-thread-drawing"/,
      /gt-history/,
    ])
      assert.match(text, part)
    assert.match(text, new RegExp(`/testshire/desk/threads/contribution/${first.contributionIds[0]}`))
    assert.doesNotMatch(text, /Trains/)
    assert.equal((await house.get('/testshire/desk/threads/finding/018f0000-0000-7000-8000-000000000000', { as })).status, 404)
    assert.equal((await house.get('/testshire/desk/threads/nothing/at-all', { as })).status, 404)
  }),
)

test(
  'DEC-7: a long row of steps is cut and counted',
  inHouse(slots, async (house) => {
    const { finding } = await story(
      house,
      Array.from({ length: 30 }, (_, index) => `Comment ${index}`),
    )
    const { text } = await house.get(`/testshire/desk/threads/finding/${finding}`, { as: await house.staff('analyst') })
    assert.match(text, /\d+ more than are shown here/)
    assert.ok((text.match(/threads\/contribution\//g)?.length ?? 0) <= 25)
  }),
)

test(
  'DEC-7: in public a thread shows published records, agreed quotes, and counts instead of people',
  inHouse(slots, async (house) => {
    const { finding, decision, first } = await story(house)
    for (const id of [finding, decision]) assert.equal((await house.get(`/testshire/threads/${id}`)).status, 404)
    await publish(house, decision)
    for (const id of [finding, decision]) {
      const { status, text } = await house.get(`/testshire/threads/${id}`)
      assert.equal(status, 200)
      for (const part of [
        /It goes too early/,
        /Evening buses/,
        /Accepted: We agree/,
        /A bus at seven/,
        /The last bus leaves too early for Jane/,
        /A small number of comments/,
        /A small number of people were written to; the messages are waiting to be sent/,
      ])
        assert.match(text, part)
      assert.doesNotMatch(text, /someone@example|No bus|Test /)
      for (const each of first.contributionIds) assert.doesNotMatch(text, new RegExp(each))
    }
    await house.within(operator, (ctx) => redactWords(ctx, first.contributionIds[0]!, { words: 'Jane', reason: 'A name' }))
    assert.doesNotMatch((await house.get(`/testshire/threads/${finding}`)).text, /Jane/)
  }),
)

test(
  'DEC-7: the command line gives the same thread as nodes and links',
  inHouse(slots, async (house) => {
    const { finding, decision, first } = await story(house)
    await publish(house, decision)
    const run = (name: string, subject: string) =>
      commands
        .find((command) => command.name === name)!
        .run({ within: (_: string, work: (ctx: Context) => Promise<unknown>) => house.within(operator, work) } as never, [subject], {
          commissioner: 'testshire',
        })
    const { nodes, links } = (await run('thread', `finding:${finding}`)).json as {
      nodes: { kind: string; id: string; label: string; at: string }[]
      links: { from: string; to: string; relation: string }[]
    }
    assert.deepEqual([...new Set(nodes.map(({ kind }) => kind))].sort(), [
      'change',
      'contribution',
      'decision',
      'finding',
      'notice',
      'theme',
    ])
    const ids = new Set(nodes.map(({ id }) => id))
    for (const { from, to } of links) assert.ok(ids.has(from) && ids.has(to))
    assert.ok(nodes.every(({ label, at }) => label && at))
    const listed = (await run('list', 'contribution')).json as { id: string; title: string }[]
    assert.ok(first.contributionIds.every((id) => listed.some((one) => one.id === id)))
    await assert.rejects(run('thread', 'finding:nothing'), /Name a step as kind:id/)
  }),
)

test(
  'ASR-3: an auditor reads the whole history, sees who did what, and checks it',
  inHouse(slots, async (house) => {
    const { finding } = await story(house)
    await house.within({ kind: 'system' }, (ctx) => sealEvents(ctx))
    const as = await house.staff('auditor')
    const before = await house.get('/testshire/desk/history', { as })
    assert.match(before.text, /Made this finding/)
    assert.match(before.text, /Nobody has checked it here yet/)
    assert.equal((await house.post('/testshire/desk/history/checks', {}, { as })).status, 303)
    const after = await house.get('/testshire/desk/history', { as })
    assert.match(after.text, /The history verifies/)
    assert.match(after.text, /Checked the history: it verifies/)
    const one = await house.get(`/testshire/desk/history?subject=${finding}`, { as })
    assert.match(one.text, /Made this finding/)
    assert.doesNotMatch(one.text, /Made the frame/)
  }),
)

test(
  'ASR-3: the seals are public, and say nothing of what anyone said',
  inHouse(slots, async (house) => {
    assert.match((await house.get('/testshire/history')).text, /Nothing is sealed yet/)
    await story(house)
    await house.within({ kind: 'system' }, (ctx) => sealEvents(ctx))
    const { text } = await house.get('/testshire/history')
    const { hash } = await house.within(operator, (ctx) => ctx.db.selectFrom('seals').select('hash').executeTakeFirstOrThrow())
    assert.match(text, new RegExp(hash))
    assert.doesNotMatch(text, /bus|Jane|example/i)
  }),
)

test('a step reached twice is opened once, and what is too much is counted', () => {
  const step = (kind: string, id: string) => ({ kind, id })
  const links = [
    { from: step('contribution', 'c'), to: step('theme', 't1'), relation: '' },
    { from: step('contribution', 'c'), to: step('theme', 't2'), relation: '' },
    { from: step('theme', 't1'), to: step('finding', 'f'), relation: '' },
    { from: step('theme', 't2'), to: step('finding', 'f'), relation: '' },
    ...Array.from({ length: 40 }, (_, index) => ({ from: step('finding', 'f'), to: step('decision', `d${index}`), relation: '' })),
  ]
  const { branches } = branchesFrom(step('contribution', 'c'), links, 'forward')
  const [one, other] = branches.map((branch) => branch.branches[0]!)
  assert.deepEqual([one!.branches.length, one!.more], [10, [{ kind: 'decision', count: 30 }]])
  assert.deepEqual([other!.step.id, other!.branches.length], ['f', 0])
})

test(
  'a step that nobody describes is left out, not invented',
  inHouse(slots, async (house) => {
    await house.within(operator, async (ctx) => assert.equal((await describeSteps(ctx, [{ kind: 'riddle', id: 'x' }])).size, 0))
  }),
)

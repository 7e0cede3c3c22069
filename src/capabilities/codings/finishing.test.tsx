import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { missing } from './forms.ts'
import { codeWords, codings, finishComment, judgeSentiment } from './index.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

async function comments(house: TestHouse, words: readonly string[]) {
  return house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const sourceId = newId()
    const rows = words.map((said) => ({ ...mine, id: newId(), response_id: newId(), words: said, salt: newSalt(), source_id: sourceId }))
    const source = { ...mine, id: sourceId, name: `Cards ${sourceId}`, added_at: ctx.now }
    await ctx.db.insertInto('sources').values(source).execute()
    const response = { ...mine, channel: 'import', source_id: sourceId, said_on: ctx.today, received_at: ctx.now }
    const responses = rows.map((row) => ({ ...response, id: row.response_id, salt: newSalt() }))
    await ctx.db.insertInto('responses').values(responses).execute()
    await ctx.db.insertInto('contributions').values(rows).execute()
    const plan = { title: 'Clinic hours', themes: ['Parking', 'Staff'].map((name) => ({ name, definition: '' })) }
    const { frameId, themeIds } = await makeFrame(ctx, plan)
    const batch = `/testshire/desk/coding/${frameId}/source-${sourceId}`
    const ids = rows.map((row) => row.id)
    return { ids, frameId, batch, parking: themeIds.Parking!, staff: themeIds.Staff!, at: (index: number) => `${batch}/${ids[index]}` }
  })
}

const finished = (house: TestHouse) =>
  house.within(operator, async ({ db }) =>
    (
      await db
        .selectFrom('finished_comments')
        .select(['contribution_id', 'coder_name'])
        .orderBy('contribution_id')
        .orderBy('coder_name')
        .execute()
    ).map((row) => [row.contribution_id, row.coder_name]),
  )

const standing = (house: TestHouse) =>
  house.within(operator, ({ db }) =>
    db.selectFrom('current_codings').select(['theme_id', 'start_at', 'end_at', 'coder_name', 'contribution_id']).orderBy('id').execute(),
  )

const feelings = (house: TestHouse) =>
  house.within(operator, async ({ db }) =>
    (await db.selectFrom('current_sentiments').select(['coder_name', 'value']).orderBy('coder_name').execute()).map((row) => [
      row.coder_name,
      row.value,
    ]),
  )

const undo = (house: TestHouse, batch: string, as: Actor, here = '') => house.post(`${batch}/undoing`, { here }, { as })

test(
  'INS-1: coding a comment does not finish it; to finish it is a decision, once for each coder, and leads on',
  inHouse(slots, async (house) => {
    const [amy, ben] = [await house.staff('analyst'), await house.staff('engagement lead')]
    const { ids, parking, batch, at } = await comments(house, ['No parking.', 'Kind staff.'])
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: parking }, { as: amy })
    assert.deepEqual(await finished(house), [])
    const done = await house.post(`${at(0)}/codings`, { place: 'whole', act: 'done' }, { as: amy })
    assert.equal(done.location, `${at(1)}?said=finished`)
    await house.post(`${at(0)}/codings`, { place: 'whole', act: 'done' }, { as: amy })
    assert.deepEqual(await finished(house), [[ids[0], 'Test analyst']])
    assert.equal((await house.get(batch, { as: ben })).location, at(1), 'what somebody finished is not given to others')
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: parking, act: 'done' }, { as: ben })
    assert.equal((await finished(house)).length, 2, 'another may finish it too')
    assert.match((await house.get(at(0), { as: ben })).text, /Finished by Test analyst\./)
  }),
)

test(
  'INS-1: “nothing here fits” is a decision too, and to be done without a theme needs it to be said',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, parking, at } = await comments(house, ['Yes', 'No parking.'])
    const undecided = await house.post(`${at(0)}/codings`, { place: 'whole', act: 'done' }, { as })
    assert.equal(undecided.status, 422)
    assert.match(undecided.text, /Choose at least one theme, or press “Nothing here fits, next”/)
    await house.post(`${at(0)}/codings`, { place: 'whole', act: 'nothing' }, { as })
    assert.deepEqual(await finished(house), [[ids[0], 'Test analyst']])

    await house.post(`${at(1)}/codings`, { place: 'whole', themes: parking }, { as })
    const contrary = await house.post(`${at(1)}/codings`, { place: 'whole', act: 'nothing' }, { as })
    assert.equal(contrary.status, 422)
    assert.match(contrary.text, /You have coded this comment/)
    assert.equal((await finished(house)).length, 1)
  }),
)

test('INS-1: what must be said before a form is taken, for each way to press it', () => {
  for (const [act, themes, standing, feels, isWrong] of [
    ['code', 0, 0, false, true],
    ['code', 0, 3, false, true],
    ['code', 0, 0, true, false],
    ['code', 1, 0, false, false],
    ['done', 0, 0, true, true],
    ['done', 0, 1, false, false],
    ['done', 2, 0, false, false],
    ['nothing', 0, 0, true, false],
    ['nothing', 1, 0, false, true],
    ['nothing', 0, 1, false, true],
  ] as const)
    assert.equal(missing(act, { themes, standing, feels }) !== null, isWrong, `${act} ${themes} ${standing} ${feels}`)
})

test(
  'INS-1: how a comment feels is each coder’s own, the latest counts, and it comes with a coding or by itself',
  inHouse(slots, async (house) => {
    const [amy, ben] = [await house.staff('analyst'), await house.staff('engagement lead')]
    const { parking, at } = await comments(house, ['No parking.'])
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: parking, sentiment: '4' }, { as: amy })
    await house.post(`${at(0)}/sentiment`, { sentiment: '5' }, { as: amy })
    await house.post(`${at(0)}/codings`, { place: 'whole', sentiment: '2' }, { as: ben })
    assert.deepEqual(await feelings(house), [
      ['Test analyst', 5],
      ['Test engagement lead', 2],
    ])
    assert.match((await house.get(at(0), { as: amy })).text, /name="sentiment"[^>]*value="5" checked/)
    for (const sentiment of ['0', '6', '2.5', 'bad', ''])
      assert.equal((await house.post(`${at(0)}/sentiment`, { sentiment }, { as: amy })).status, 422, sentiment)
    assert.equal((await house.post(`${at(0)}/codings`, { place: 'whole', themes: parking, sentiment: '9' }, { as: amy })).status, 422)
    await assert.rejects(
      house.within(amy, (ctx) => judgeSentiment(ctx, { contributionId: at(0).split('/').at(-1)!, value: 3.5 })),
      /from 1/,
    )
  }),
)

test(
  'INS-1: every act of a coder can be undone, the last first, and what was taken away is made again as it was',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, batch, parking, staff, at } = await comments(house, ['No parking. Kind staff.', 'Fine'])
    await house.post(`${at(0)}/codings`, { place: '0-11', themes: parking }, { as })
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: [parking, staff] }, { as })
    const before = await standing(house)
    const removal = /action="([^"]+\/removal)"/.exec((await house.get(at(0), { as })).text)![1]!
    await house.post(removal, {}, { as })
    await house.post(`${at(0)}/sentiment`, { sentiment: '4' }, { as })
    await house.post(`${at(0)}/marks`, { kind: 'look again' }, { as })
    await house.post(`${at(0)}/codings`, { place: 'whole', act: 'done' }, { as })
    assert.match((await house.get(at(1), { as })).text, /Undo: finishing a comment/)

    const back = await undo(house, batch, as, ids[1])
    assert.equal(back.location, `${at(0)}?said=undone`, 'undoing leads to the comment it was about')
    assert.deepEqual(await finished(house), [])
    await undo(house, batch, as)
    assert.doesNotMatch((await house.get(at(0), { as })).text, /To be looked at again/)
    await undo(house, batch, as)
    assert.deepEqual(await feelings(house), [])
    await undo(house, batch, as)
    assert.deepEqual(new Set((await standing(house)).map((row) => JSON.stringify(row))), new Set(before.map((row) => JSON.stringify(row))))
    await undo(house, batch, as)
    assert.deepEqual(
      (await standing(house)).map((row) => [row.theme_id, row.start_at]),
      [[parking, 0]],
    )
    await undo(house, batch, as)
    assert.deepEqual(await standing(house), [])
    assert.match((await undo(house, batch, as, ids[0])).location, /said=nothing-to-undo/)
  }),
)

test(
  'INS-1: nobody undoes what another did, and what was undone stands in the thread by its digests',
  inHouse(slots, async (house) => {
    const [amy, ben, eve] = [await house.staff('analyst'), await house.staff('analyst'), await house.staff('auditor')]
    const { ids, batch, parking, at } = await comments(house, ['No parking.'])
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: parking }, { as: amy })
    assert.match((await undo(house, batch, ben, ids[0])).location, /nothing-to-undo/)
    assert.equal((await undo(house, batch, eve)).status, 403)
    assert.equal((await standing(house)).length, 1)
    await undo(house, batch, amy)
    const rows = await house.within(operator, ({ db }) =>
      db.selectFrom('events').select(['name', 'digests']).where('subject_id', '=', ids[0]!).orderBy('id').execute(),
    )
    const of = (name: string) => rows.find((row) => row.name === name)?.digests
    assert.deepEqual(of('contribution.coding-undone'), of('contribution.coded'))
    assert.equal((of('contribution.coded') as unknown[]).length, 1)
  }),
)

test(
  'INS-1: a comment is marked for another look or as saying it well, once, and the mark comes off again',
  inHouse(slots, async (house) => {
    const [amy, ben] = [await house.staff('analyst'), await house.staff('analyst')]
    const { at } = await comments(house, ['No parking.'])
    for (const as of [amy, amy, ben]) await house.post(`${at(0)}/marks`, { kind: 'says it well' }, { as })
    const count = () =>
      house.within(operator, async ({ db }) => (await db.selectFrom('marked_comments').select('kind').execute()).map(({ kind }) => kind))
    assert.deepEqual(await count(), ['says it well'])
    await house.post(`${at(0)}/marks/removal`, { kind: 'says it well' }, { as: ben })
    assert.deepEqual(await count(), [])
    assert.equal((await house.post(`${at(0)}/marks`, { kind: 'nonsense' }, { as: amy })).status, 409)
    assert.equal((await house.post(`${at(0)}/marks`, { kind: 'look again' }, { as: await house.staff('approver') })).status, 403)
  }),
)

test(
  'the front door: a comment is coded, judged and finished from elsewhere, and only by those who may',
  inHouse(slots, async (house) => {
    const [amy, approver] = [await house.staff('analyst'), await house.staff('approver')]
    const { ids, frameId, parking } = await comments(house, ['No parking.'])
    const here = { contributionId: ids[0]!, frameId }
    await house.within(amy, async (ctx) => {
      await codeWords(ctx, { contributionId: ids[0]!, span: null, themeIds: [parking] })
      assert.equal(await judgeSentiment(ctx, { contributionId: ids[0]!, value: 4 }), true)
      assert.equal(await judgeSentiment(ctx, { contributionId: ids[0]!, value: 4 }), false)
      assert.equal(await finishComment(ctx, here), true)
      assert.equal(await finishComment(ctx, here), false)
    })
    await assert.rejects(house.within(approver, (ctx) => finishComment(ctx, here)))
    await assert.rejects(house.within(amy, (ctx) => finishComment(ctx, { ...here, frameId: newId() })))
    await assert.rejects(house.within(amy, (ctx) => finishComment(ctx, { ...here, contributionId: newId() })))
  }),
)

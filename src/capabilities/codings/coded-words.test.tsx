import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countUnder, makeFrame, themes } from '#capabilities/themes'
import type { Actor } from '#platform/context.ts'
import { digestOf } from '#platform/digests.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { codeWords, codings } from './index.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

/** Words that a file brought, one response each. */
const bringIn = (house: TestHouse, words: readonly (string | null)[]) =>
  house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const sourceId = newId()
    const rows = words.map((said) => ({
      ...mine,
      id: newId(),
      response_id: newId(),
      words: said,
      score: said === null ? 4 : null,
      salt: newSalt(),
      source_id: sourceId,
    }))
    await ctx.db
      .insertInto('sources')
      .values({ ...mine, id: sourceId, name: `Comment cards ${sourceId}`, added_at: ctx.now })
      .execute()
    const response = { ...mine, channel: 'import', source_id: sourceId, said_on: ctx.today, received_at: ctx.now }
    await ctx.db
      .insertInto('responses')
      .values(rows.map((row) => ({ ...response, id: row.response_id, salt: newSalt() })))
      .execute()
    await ctx.db.insertInto('contributions').values(rows).execute()
    return { sourceId, ids: rows.map((row) => row.id) }
  })

const frameFor = (house: TestHouse) =>
  house.within(operator, (ctx) =>
    makeFrame(ctx, {
      title: 'Clinic hours',
      themes: [
        { name: 'Parking', definition: 'Places to park' },
        { name: 'Staff', definition: 'How people were treated' },
      ],
    }),
  )

async function comments(house: TestHouse, words: readonly (string | null)[]) {
  const { sourceId, ids } = await bringIn(house, words)
  const { frameId, themeIds } = await frameFor(house)
  const batch = `/testshire/desk/coding/${frameId}/source-${sourceId}`
  return {
    sourceId,
    ids,
    frameId,
    parking: themeIds.Parking!,
    staff: themeIds.Staff!,
    batch,
    comment: (at: number) => `${batch}/${ids[at]}`,
    codings: (at: number) => `${batch}/${ids[at]}/codings`,
  }
}

const current = (house: TestHouse) =>
  house.within(operator, ({ db }) =>
    db
      .selectFrom('current_codings')
      .select(['id', 'theme_id', 'start_at', 'end_at', 'coder_name', 'contribution_id'])
      .orderBy('id')
      .execute(),
  )

const events = (house: TestHouse, name: string) =>
  house.within(operator, ({ db }) =>
    db.selectFrom('events').select(['subject_id', 'detail', 'digests']).where('name', '=', name).orderBy('id').execute(),
  )

const place = /name="place"[^>]*value="(\d+)-(\d+)"/g

test(
  'current codings leave out what was removed and what is withheld, and a withheld comment cannot be coded',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, parking, comment, codings } = await comments(house, ['No parking.', 'Rude words.'])
    for (const at of [0, 1]) await house.post(codings(at), { place: 'whole', themes: parking }, { as })
    assert.deepEqual(await house.within(operator, ({ db }) => countUnder(db, parking)), { comments: 2, responses: 2 })

    await house.within(operator, (ctx) =>
      ctx.db
        .insertInto('withholdings')
        .values({
          commissioner_id: ctx.commissioner.id,
          id: newId(),
          contribution_id: ids[1]!,
          audience: 'everyone',
          reason: 'It names a nurse',
          withheld_by: as.id,
          withheld_at: ctx.now,
        })
        .execute(),
    )
    assert.deepEqual(await house.within(operator, ({ db }) => countUnder(db, parking)), { comments: 1, responses: 1 })
    assert.equal((await house.get(comment(1), { as })).status, 404)
    assert.equal((await house.post(codings(1), { place: 'whole', themes: parking }, { as })).status, 404)
    assert.doesNotMatch((await house.get(`/testshire/desk/themes/${parking}/words`, { as })).text, /Rude words/)

    const removal = /action="([^"]+\/removal)"/.exec((await house.get(comment(0), { as })).text)![1]!
    await house.post(removal, {}, { as })
    assert.deepEqual(await current(house), [])
  }),
)

test(
  'what was redacted shows as a mark, and what is coded around it stays in its place',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, staff, comment, codings } = await comments(house, ['Nurse Joy was kind. She came at once.'])
    await house.post(codings(0), { place: '0-19', themes: staff }, { as })
    await house.within(operator, (ctx) =>
      ctx.db
        .insertInto('redactions')
        .values({
          commissioner_id: ctx.commissioner.id,
          id: newId(),
          contribution_id: ids[0]!,
          start_at: 6,
          end_at: 9,
          reason: 'A name',
          redacted_by: as.id,
          redacted_at: ctx.now,
        })
        .execute(),
    )
    const shown = (await house.get(comment(0), { as })).text
    assert.doesNotMatch(shown, /Joy/)
    assert.match(shown, /data-start="6" data-end="9" data-removed[^>]*>\[removed\]/)
    assert.match(shown, /<span data-start="9" data-end="19"> was kind\.<\/span>/)
    assert.deepEqual(
      [...shown.matchAll(place)].map(([, from, to]) => `${from}-${to}`),
      ['0-19', '20-37'],
    )
  }),
)

test(
  'every page that shows people’s words is recorded as read, with which words and by whom',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, parking, comment, codings } = await comments(house, ['No parking.', 'More parking.'])
    await house.get(comment(1), { as })
    for (const at of [0, 1]) await house.post(codings(at), { place: 'whole', themes: parking }, { as })
    await house.get(`/testshire/desk/themes/${parking}/words`, { as })
    const reads = await events(house, 'contributions.read')
    assert.deepEqual(
      reads.map((read) => (read.detail as { contributions: string[] }).contributions),
      [[ids[1]], ids],
    )
    assert.equal(reads[0]?.subject_id, ids[1])
  }),
)

test(
  'DEC-7: the thread leads from a comment to its themes and back, and past a removed coding it does not lead',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, parking, staff, comment, codings } = await comments(house, ['No parking.', 'Kind.'])
    await house.post(codings(0), { place: 'whole', themes: [parking, staff] }, { as })
    await house.post(codings(1), { place: 'whole', themes: staff }, { as })
    const join = slots.threadJoins.find(({ relation }) => relation === 'was coded as')!
    const walk = () =>
      house.within(operator, async (ctx) => ({
        forward: (await join.forward(ctx, [ids[0]!])).map((pair) => pair.to).sort(),
        backward: (await join.backward(ctx, [staff])).map((pair) => pair.from).sort(),
      }))
    assert.deepEqual(await walk(), { forward: [parking, staff].sort(), backward: [...ids].sort() })
    const shown = (await house.get(comment(1), { as })).text
    await house.post(/action="([^"]+\/removal)"/.exec(shown)![1]!, {}, { as })
    assert.deepEqual((await walk()).backward, [ids[0]])

    const kind = slots.threadKinds.find((one) => one.kind === 'theme')!
    const [node] = await house.within(operator, (ctx) => kind.describe(ctx, [staff]))
    assert.deepEqual([node?.label, node?.href], ['Staff', `/testshire/desk/themes/${staff}`])
    assert.equal((await house.within(operator, (ctx) => kind.list(ctx))).length, 2)
  }),
)

test(
  'ASR-3: a coding stands in the history by the digest of its row, and still does after it was removed',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { ids, parking, comment } = await comments(house, ['No parking.'])
    await house.within(as, (ctx) => codeWords(ctx, { contributionId: ids[0]!, span: { start: 3, end: 10 }, themeIds: [parking] }))
    await house.post(/action="([^"]+\/removal)"/.exec((await house.get(comment(0), { as })).text)![1]!, {}, { as })
    const spine = slots.spine.find(({ kind }) => kind === 'coding')!
    const [row, ...more] = await house.within(operator, (ctx) => spine.read(ctx, '', 10))
    assert.equal(more.length, 0)
    assert.deepEqual((row!.content as unknown[]).slice(4, 6), [3, 10])
    for (const name of ['contribution.coded', 'contribution.coding-removed'])
      assert.deepEqual((await events(house, name))[0]?.digests, [['coding', row!.id, digestOf(row!)]])
  }),
)

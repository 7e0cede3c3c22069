import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor, Commissioner } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { codings } from './index.ts'
import { piecesOf } from './span.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

/** Words that a file brought, one response each. */
const bringIn = (house: TestHouse, words: readonly (string | null)[], commissioner: Commissioner = house.commissioner) =>
  house.within(
    operator,
    async (ctx) => {
      const mine = { commissioner_id: commissioner.id }
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
    },
    commissioner,
  )

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
  'INS-1: without JavaScript an analyst chooses what to code, codes a sentence and the whole comment, and takes one off again',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { sourceId, frameId, parking, staff, batch, comment, codings } = await comments(house, [
      '👨‍👩‍👧‍👦 came by car. Parking was full! Da iawn, staff.',
      'Kind staff',
      null,
    ])

    const start = await house.get('/testshire/desk/coding', { as })
    assert.match(start.text, /2 comments, imported/)
    const first = await house.get((await house.get(`/testshire/desk/coding?batch=source-${sourceId}&frame=${frameId}`, { as })).location, {
      as,
    })
    assert.equal(first.location, comment(0))
    const shown = await house.get(comment(0), { as })
    assert.match(shown.text, /0 of 2 comments finished/)
    const [sentence] = [...shown.text.matchAll(place)].filter(([, from]) => from !== '0')
    assert.deepEqual(sentence?.slice(1), ['21', '38'])

    const coded = await house.post(codings(0), { place: '21-38', themes: parking }, { as })
    assert.equal(coded.location, `${comment(0)}?said=coded`)
    await house.post(codings(0), { place: 'whole', themes: [parking, staff] }, { as })
    assert.deepEqual(
      (await current(house)).map((row) => [row.theme_id, row.start_at, row.end_at, row.coder_name]),
      [
        [parking, 21, 38, 'Test analyst'],
        [parking, null, null, 'Test analyst'],
        [staff, null, null, 'Test analyst'],
      ],
    )
    const words = await house.within(operator, ({ db }) =>
      sql<{ said: string }>`
      select substr(r.words, k.start_at + 1, k.end_at - k.start_at) as said from current_codings k join readable_contributions r on r.id = k.contribution_id where k.start_at is not null`.execute(
        db,
      ),
    )
    assert.equal(words.rows[0]?.said, 'Parking was full!')

    const again = await house.get(coded.location, { as })
    assert.match(again.text, /0 of 2 comments finished/)
    assert.match(
      again.text,
      /<mark class="gt-coded"><span data-start="21" data-end="38">Parking was full!<\/span><span[^>]*> \(coded as Parking\) /,
    )
    const removal = /action="([^"]+\/removal)"/.exec(again.text)![1]!
    assert.equal((await house.post(removal, {}, { as })).location, `${comment(0)}?said=removed`)
    assert.equal((await current(house)).length, 2)
    assert.equal((await house.post(removal, {}, { as })).status, 404)

    const next = await house.get(`${batch}?after=${comment(0).split('/').at(-1)}`, { as })
    assert.equal(next.location, comment(1))
    const done = await house.post(codings(1), { place: 'whole', themes: staff, act: 'done' }, { as })
    assert.equal(done.location, `${comment(0)}?said=finished`)
    const last = await house.post(codings(0), { place: 'whole', act: 'done' }, { as })
    assert.equal(last.location, batch)
    assert.match((await house.get(batch, { as })).text, /Every comment is finished/)
  }),
)

test(
  'INS-1: for any text, the place of every piece is the same place in the database',
  inHouse(slots, async (house) => {
    const words = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('👨‍👩‍👧‍👦', '👍🏽', 'ŵŷ Da iawn. ', 'شکریہ۔ ', '\r\n')), {
        minLength: 1,
      })
      .map((parts) => parts.join('').replaceAll('\0', ''))
    await house.within(operator, ({ db }) =>
      fc.assert(
        fc.asyncProperty(words, fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 30 })), { maxLength: 4 }), async (text, pairs) => {
          const pieces = piecesOf(
            text,
            pairs.map(([start, length]) => ({ start, end: start + length })),
          )
          const places = sql.join(
            pieces.map(({ start, end }) => sql`substr(${text}::text, ${start + 1}::integer, ${end - start}::integer)`),
          )
          const { rows } = await sql<{ said: string[] }>`select array[${pieces.length ? places : sql``}]::text[] as said`.execute(db)
          assert.deepEqual(
            rows[0]?.said,
            pieces.map((piece) => piece.text),
          )
        }),
        { numRuns: 60 },
      ),
    )
  }),
)

test(
  'INS-1: the same words with the same theme by the same person are coded once; another person may code them too',
  inHouse(slots, async (house) => {
    const [amy, ben] = [await house.staff('analyst'), await house.staff('analyst')]
    const { parking, comment, codings } = await comments(house, ['Nowhere to park.'])
    await house.post(codings(0), { place: '0-7', themes: parking }, { as: amy })
    assert.equal((await house.post(codings(0), { place: '0-7', themes: parking }, { as: amy })).location, `${comment(0)}?said=already`)
    assert.equal((await current(house)).length, 1)
    await house.post(codings(0), { place: '0-7', themes: parking }, { as: ben })
    assert.deepEqual(
      (await current(house)).map((row) => row.coder_name),
      ['Test analyst', 'Test analyst (2)'],
    )
    assert.equal((await events(house, 'contribution.coded')).length, 2)
  }),
)

test(
  'a span outside the words, no words, no theme or a theme of another frame is a mistake that says what to do, and its link lands',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { parking, codings } = await comments(house, ['Kind 👍 staff. Bad food.'])
    const other = await house.within(operator, (ctx) => makeFrame(ctx, { title: 'Other', themes: [{ name: 'Food', definition: 'Meals' }] }))
    for (const [body, says] of [
      [{ place: '0-99', themes: parking }, 'Choose words that are in the comment'],
      [{ place: '4-5', themes: parking }, 'Choose words that are in the comment'],
      [{ place: '7-3', themes: parking }, 'Choose words that are in the comment'],
      [{ place: 'some', themes: parking }, 'Choose the whole comment or a part of it'],
      [{ themes: parking }, 'Choose the whole comment or a part of it'],
      [{ place: '5-12' }, 'Choose at least one theme'],
      [{ place: 'whole', themes: other.themeIds.Food! }, 'Choose a theme from this frame'],
    ] as const) {
      const reply = await house.post(codings(0), body, { as })
      assert.equal(reply.status, 422, says)
      assert.ok(reply.text.includes(says), says)
      for (const [, id] of reply.text.matchAll(/href="#((?!maincontent)[^"]+)"/g))
        assert.match(reply.text, new RegExp(`id="${id}"`), `#${id} lands nowhere`)
    }
    const kept = await house.post(codings(0), { place: '5-12' }, { as })
    assert.match(kept.text, /id="place-selected"[^>]*value="5-12" checked/)
    assert.match(kept.text, /👍 staff/)
    assert.equal((await current(house)).length, 0)

    const start = await house.get('/testshire/desk/coding?frame=', { as })
    assert.equal(start.status, 422)
    for (const id of ['batch', 'frame']) assert.match(start.text, new RegExp(`href="#${id}"[\\s\\S]* id="${id}"`))
  }),
)

test(
  'an auditor reads the coding and codes nothing; another commissioner’s staff see that there is nothing',
  inHouse(slots, async (house) => {
    const { frameId, sourceId, parking, comment, codings } = await comments(house, ['No parking.'])
    const auditor = await house.staff('auditor')
    const read = await house.get(comment(0), { as: auditor })
    assert.equal(read.status, 200)
    assert.doesNotMatch(read.text, /name="themes"/)
    for (const path of [codings(0), `${codings(0)}/${newId()}/removal`])
      assert.equal((await house.post(path, { place: 'whole', themes: parking }, { as: auditor })).status, 403)

    const elsewhere = await house.addCommissioner('otherham')
    const stranger = await house.staff('analyst', elsewhere)
    const mine = await bringIn(house, ['Ours'], elsewhere)
    const theirs = (path: string) => path.replace('/testshire/', '/otherham/')
    for (const path of [
      comment(0),
      theirs(comment(0)),
      theirs(`/testshire/desk/coding/${frameId}/source-${mine.sourceId}`),
      theirs(`/testshire/desk/coding/${frameId}/source-${sourceId}`),
    ])
      assert.equal((await house.get(path, { as: stranger })).status, 404, path)
    for (const path of [codings(0), theirs(codings(0))])
      assert.equal((await house.post(path, { place: 'whole', themes: parking }, { as: stranger })).status, 404, path)
    assert.equal((await current(house)).length, 0)
    for (const path of [
      '/testshire/desk/coding/x/source-x',
      `/testshire/desk/coding/${frameId}/source-x`,
      `/testshire/desk/coding/${frameId}/source-${sourceId}/x`,
    ])
      assert.equal((await house.get(path, { as: auditor })).status, 404, path)
  }),
)

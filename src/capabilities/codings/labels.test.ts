import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countByTheme, listFrames, listThemes, rewordTheme, themes } from '#capabilities/themes'
import type { Actor, Context } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { takeLabels } from './actions/take-labels.ts'
import { codings } from './index.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

const imported = (house: TestHouse, count: number) =>
  house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const source = { ...mine, id: newId(), name: newId(), added_at: ctx.now }
    await ctx.db.insertInto('sources').values(source).execute()
    const response = {
      ...mine,
      id: newId(),
      channel: 'import',
      source_id: source.id,
      said_on: ctx.today,
      received_at: ctx.now,
      salt: newSalt(),
    }
    await ctx.db.insertInto('responses').values(response).execute()
    const ids = Array.from({ length: count }, newId)
    for (let from = 0; from < count; from += 2000)
      await ctx.db
        .insertInto('contributions')
        .values(
          ids
            .slice(from, from + 2000)
            .map((id) => ({ ...mine, id, response_id: response.id, words: 'Fine', salt: newSalt(), source_id: source.id })),
        )
        .execute()
    return ids
  })

const take = (house: TestHouse, labels: readonly [string, string][]) =>
  house.within(operator, (ctx) =>
    takeLabels(ctx, {
      coder: 'phase 1',
      source: 'Friends and family',
      labels: labels.map(([contributionId, label]) => ({ contributionId, label })),
    }),
  )

const counts = (house: TestHouse) =>
  house.within(operator, async ({ db }: Context) => {
    const [frame, ...more] = await listFrames(db)
    assert.equal(more.length, 0)
    const counted = await countByTheme(db, frame!.id)
    return {
      version: frame!.version,
      title: frame!.title,
      labels: Object.fromEntries((await listThemes(db, frame!.id)).map(({ id, name }) => [name, counted.get(id)?.comments])),
    }
  })

test(
  'labels that came with an import become codings of whole comments, in a frame named after their source',
  inHouse(slots, async (house) => {
    const [one, two, three] = (await imported(house, 3)) as [string, string, string]
    const rows = await take(house, [
      [one, 'Access'],
      [one, ' Staff '],
      [two, 'Access'],
      [two, 'Access'],
      [three, ' '],
    ])
    assert.equal(rows.length, 3)
    assert.deepEqual(await counts(house), { version: 1, title: 'Friends and family', labels: { Access: 2, Staff: 1 } })

    await take(house, [[three, 'Access']])
    assert.equal((await counts(house)).version, 1)
    await take(house, [[three, 'Food']])
    assert.deepEqual(await counts(house), { version: 2, title: 'Friends and family', labels: { Access: 3, Staff: 1, Food: 1 } })
    const coders = await house.within(operator, ({ db }) =>
      db.selectFrom('current_codings').select(['coder_kind', 'coder_name', 'start_at']).distinct().execute(),
    )
    assert.deepEqual(coders, [{ coder_kind: 'import', coder_name: 'phase 1', start_at: null }])
  }),
)

test(
  'a label whose theme was reworded since still finds its theme',
  inHouse(slots, async (house) => {
    const [one, two] = (await imported(house, 2)) as [string, string]
    await take(house, [[one, 'Access']])
    await house.within(operator, async (ctx) => {
      const [frame] = await listFrames(ctx.db)
      const [theme] = await listThemes(ctx.db, frame!.id)
      await rewordTheme(ctx, theme!.id, { name: 'Getting an appointment', definition: 'How easy it is', note: 'Clearer' })
    })
    await take(house, [[two, 'Access']])
    assert.deepEqual((await counts(house)).labels, { 'Getting an appointment': 2 })
  }),
)

test(
  'no labels leave no frame behind',
  inHouse(slots, async (house) => {
    assert.deepEqual(await take(house, []), [])
    assert.deepEqual(await house.within(operator, ({ db }) => listFrames(db)), [])
  }),
)

test(
  'ten thousand labels take seconds to none',
  inHouse(slots, async (house) => {
    const ids = await imported(house, 10_000)
    const started = performance.now()
    const rows = await take(
      house,
      ids.map((id, at) => [id, `Label ${at % 20}`]),
    )
    const seconds = (performance.now() - started) / 1000
    assert.equal(rows.length, 10_000)
    assert.equal((await counts(house)).labels['Label 7'], 500)
    assert.ok(seconds < 3, `it took ${seconds.toFixed(2)} seconds`)
  }),
)

test(
  'INS-1: sentiments that came with an import are that coder’s, with labels and without, and make no theme',
  inHouse(slots, async (house) => {
    const [first = '', second = ''] = await imported(house, 2)
    const sentiments = [
      { contributionId: first, value: 2 as const },
      { contributionId: second, value: 5 as const },
    ]
    const labels = [{ contributionId: first, label: 'Staff' }]
    await house.within(operator, (ctx) => takeLabels(ctx, { coder: 'phase 1', source: 'Friends and family', labels, sentiments }))
    const rows = await house.within(operator, ({ db }) =>
      db.selectFrom('current_sentiments').select(['contribution_id', 'value', 'coder_name', 'coder_kind']).orderBy('value').execute(),
    )
    const by = { coder_name: 'phase 1', coder_kind: 'import' }
    assert.deepEqual(rows, [
      { contribution_id: first, value: 2, ...by },
      { contribution_id: second, value: 5, ...by },
    ])
    const finished = await house.within(operator, ({ db }) => db.selectFrom('finished_comments').select('contribution_id').execute())
    assert.deepEqual(finished, [{ contribution_id: first }], 'how it feels is no decision about themes')
  }),
)

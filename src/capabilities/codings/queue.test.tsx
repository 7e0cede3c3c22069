import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeFrame, themes } from '#capabilities/themes'
import type { Actor, Context, Staff } from '#platform/context.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { inHouse, type TestHouse } from '#platform/testing.ts'
import { codings } from './index.ts'
import { jobs } from './jobs.ts'
import { inAddress, readQueue } from './queue.ts'
import { dealKeys, themeKeys } from './theme-key.ts'

const slots = gather([themes, codings])
const operator: Actor = { kind: 'operator' }

async function setOut(house: TestHouse, words: readonly string[]) {
  return house.within(operator, async (ctx) => {
    const mine = { commissioner_id: ctx.commissioner.id }
    const sourceId = newId()
    const rows = words.map((said) => ({ ...mine, id: newId(), response_id: newId(), words: said, salt: newSalt(), source_id: sourceId }))
    await ctx.db
      .insertInto('sources')
      .values({ ...mine, id: sourceId, name: `Cards ${sourceId}`, added_at: ctx.now })
      .execute()
    const response = { ...mine, channel: 'import', source_id: sourceId, said_on: ctx.today, received_at: ctx.now }
    for (let from = 0; from < rows.length; from += 1000) {
      const some = rows.slice(from, from + 1000)
      await ctx.db
        .insertInto('responses')
        .values(some.map((row) => ({ ...response, id: row.response_id, salt: newSalt() })))
        .execute()
      await ctx.db.insertInto('contributions').values(some).execute()
    }
    const plan = { title: 'Hours', themes: ['Parking', 'Staff'].map((name) => ({ name, definition: '' })) }
    const { frameId, themeIds } = await makeFrame(ctx, plan)
    const batch = `/testshire/desk/coding/${frameId}/source-${sourceId}`
    const ids = rows.map((row) => row.id)
    return {
      sourceId,
      ids,
      frameId,
      batch,
      parking: themeIds.Parking!,
      staff: themeIds.Staff!,
      at: (index: number) => `${batch}/${ids[index]}`,
    }
  })
}

/** What suggestions would say of each comment: how uncertain they are, and which texts are alike. */
const queueUp = (house: TestHouse, frameId: string, rows: readonly { id: string; uncertainty?: number; same?: number }[]) =>
  house.within(operator, async ({ db, commissioner, now }) => {
    const mine = { commissioner_id: commissioner.id, frame_id: frameId }
    const model = { ...mine, id: newId(), learned: Buffer.from(''), evaluation: '{}', comments: 1, learned_at: now }
    await db.insertInto('models').values(model).execute()
    const queued = rows.map(({ id, uncertainty = 0.5, same = null }) => ({
      ...mine,
      contribution_id: id,
      model_id: model.id,
      uncertainty,
      same_words: same,
    }))
    await db.insertInto('suggested_comments').values(queued).execute()
  })

const finish = (house: TestHouse, address: string, as: Staff, more: Record<string, string> = {}) => {
  const [path, query] = address.split('?')
  return house.post(
    `${path}/codings${query ? `?${query.replace(/&?said=\w+/, '')}` : ''}`,
    { place: 'whole', act: 'nothing', ...more },
    { as },
  )
}

/** Finish one after the other until nothing is left; the order they came in, by their place among the comments. */
async function walk(house: TestHouse, { batch, ids }: { batch: string; ids: readonly string[] }, queue: string, as: Staff) {
  const order: number[] = []
  for (
    let at = (await house.get(`${batch}${queue}`, { as })).location;
    at.includes(`${batch}/`);
    at = (await finish(house, at, as)).location
  )
    order.push(ids.indexOf(at.split('?')[0]!.split('/').at(-1)!))
  return order
}

test(
  'INS-1: in order, least certain first, each text once: by each rule every comment it holds comes exactly once',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const words = ['Save our bus', 'No parking', 'Save our bus', 'Kind', 'Save our bus!']
    const queued = (ids: readonly string[]) =>
      [0.1, 0.9, 0.3, 0.5, 0.7].map((uncertainty, at) => ({ id: ids[at]!, uncertainty, ...(at % 2 === 0 && { same: 1 }) }))
    for (const [queue, expected] of [
      ['', [0, 1, 2, 3, 4]],
      ['?queue=uncertain', [1, 4, 3, 2, 0]],
      ['?queue=once', [0, 1, 3]],
      ['?queue=nonsense', [0, 1, 2, 3, 4]],
      ['?queue=again', []],
    ] as const) {
      const out = await setOut(house, words)
      await queueUp(house, out.frameId, queued(out.ids))
      assert.deepEqual(await walk(house, out, queue, as), expected, queue)
    }
  }),
)

test(
  'INS-1: a comment passed over does not come again at once, and comes again when nothing else is left',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    for (const queue of ['', '?queue=uncertain']) {
      const out = await setOut(house, ['One', 'Two', 'Three'])
      await queueUp(
        house,
        out.frameId,
        out.ids.map((id, at) => ({ id, uncertainty: 1 - at / 10 })),
      )
      const pass = async (from: number) => {
        await house.get(`${out.at(from)}${queue}`, { as })
        return (await house.get(`${out.batch}${queue || '?'}${queue ? '&' : ''}after=${out.ids[from]}`, { as })).location.split('?')[0]
      }
      assert.equal(await pass(0), out.at(1), queue)
      assert.equal(await pass(1), out.at(2), queue)
      await house.get(`${out.at(2)}${queue}`, { as })
      await finish(house, `${out.at(2)}${queue}`, as)
      assert.ok([out.at(0), out.at(1)].includes((await finish(house, `${out.at(1)}${queue}`, as)).location.split('?')[0]!))
    }
  }),
)

test(
  'INS-1: two coders at once are given different comments; what nobody looked at for ten minutes is anybody’s again',
  inHouse(slots, async (house) => {
    const [amy, ben] = [await house.staff('analyst'), await house.staff('analyst')]
    const { batch, at } = await setOut(house, ['One', 'Two'])
    const open = async (as: Staff) => {
      const { location } = await house.get(batch, { as })
      await house.get(location, { as })
      return location
    }
    assert.deepEqual([await open(amy), await open(ben)], [at(0), at(1)])
    assert.equal(await open(amy), at(0), 'who comes back goes on where they were')
    await finish(house, at(1), ben)
    assert.equal(await open(ben), at(0), 'and nobody is told that all is done while one is left')
    house.now = new Date(house.now.getTime() + 11 * 60_000)
    const cat = await house.staff('analyst')
    assert.equal(await open(cat), at(0))
  }),
)

test(
  'INS-1: those to be looked at again are a queue of their own',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { batch, at } = await setOut(house, ['One', 'Two', 'Three'])
    await house.post(`${at(2)}/marks`, { kind: 'look again' }, { as })
    await house.post(`${at(1)}/marks`, { kind: 'says it well' }, { as })
    await finish(house, at(2), as)
    assert.equal((await house.get(`${batch}?queue=again`, { as })).location, `${at(2)}?queue=again`)
    await house.post(`${at(2)}/marks/removal?queue=again`, { kind: 'look again' }, { as })
    assert.match((await house.get(`${batch}?queue=again`, { as })).text, /Nothing is left here/)
  }),
)

test(
  'INS-1: one text that many sent is coded once for all of them, in the same places where the words are the same, as one act that can be undone',
  inHouse(slots, async (house) => {
    const [amy, ben] = [await house.staff('analyst'), await house.staff('analyst')]
    const out = await setOut(house, [
      'Save our bus. Please.',
      'Save our bus. Please.',
      'Save our bus! Please do.',
      'No parking',
      'Save our bus. Please.',
    ])
    const { ids, frameId, batch, at, parking, staff } = out
    await queueUp(
      house,
      frameId,
      [0, 1, 2, 4].map((index) => ({ id: ids[index]!, same: 7 })),
    )
    await finish(house, at(4), ben)
    assert.match((await house.get(at(0), { as: amy })).text, /2 other comments say the same, or nearly, and are not finished/)
    assert.equal((await house.post(`${at(0)}/alike`, {}, { as: amy })).status, 409, 'the first is coded first')
    await house.post(`${at(0)}/codings`, { place: '0-13', themes: parking, sentiment: '4' }, { as: amy })
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: staff }, { as: amy })
    const asked = await house.get(`${at(0)}/alike`, { as: amy })
    assert.match(asked.text, /Code 2 comments like this one/)
    assert.match(asked.text, /Save our bus! Please do\./)
    assert.equal((await house.post(`${at(0)}/alike`, {}, { as: amy })).location, `${at(3)}?said=alike`)

    const coded = () =>
      house.within(operator, async ({ db }) => {
        const rows = await db.selectFrom('current_codings').select(['contribution_id', 'theme_id', 'start_at', 'end_at']).execute()
        return rows
          .map(
            (row) => `${ids.indexOf(row.contribution_id)} ${row.theme_id === parking ? 'parking' : 'staff'} ${row.start_at}-${row.end_at}`,
          )
          .sort()
      })
    const first = ['0 parking 0-13', '0 staff null-null']
    assert.deepEqual(await coded(), [...first, '1 parking 0-13', '1 staff null-null', '2 parking null-null', '2 staff null-null'])
    const finished = () =>
      house.within(operator, async ({ db }) => (await db.selectFrom('finished_comments').select('contribution_id').execute()).length)
    assert.equal(await finished(), 4)
    const events = await house.within(operator, ({ db }) =>
      db.selectFrom('events').select('digests').where('name', '=', 'contribution.alike-coded').execute(),
    )
    assert.deepEqual(
      events.map((event) => (event.digests as unknown[]).length),
      [4],
    )

    assert.equal((await house.post(`${batch}/undoing`, {}, { as: amy })).location, `${at(0)}?said=undone`)
    assert.deepEqual(await coded(), first)
    assert.equal(await finished(), 1)
    const feelings = await house.within(operator, ({ db }) => db.selectFrom('current_sentiments').select('contribution_id').execute())
    assert.deepEqual(feelings, [{ contribution_id: ids[0] }])
  }),
)

test(
  'INS-1: progress is what somebody finished, for a large batch counted by the worker and added to meanwhile; names are for those who code',
  inHouse(slots, async (house) => {
    const [amy, eve] = [await house.staff('analyst'), await house.staff('auditor')]
    const out = await setOut(
      house,
      Array.from({ length: 1100 }, (_, at) => `Comment ${at}`),
    )
    await house.get(out.at(0), { as: amy })
    for (const index of [0, 1, 2]) await finish(house, out.at(index), amy)
    assert.match((await house.get(out.at(3), { as: amy })).text, /0 of 1,100 comments finished|3 of 1,100 comments finished/)
    house.now = new Date(house.now.getTime() + 60_000)
    for (const job of jobs) await job.run((work) => house.within({ kind: 'system' }, work as (ctx: Context) => Promise<never>), {})
    house.now = new Date(house.now.getTime() + 60_000)
    await finish(house, out.at(3), amy)
    const shown = (await house.get(out.at(4), { as: amy })).text
    assert.match(shown, /4 of 1,100 comments finished/)
    assert.match(shown, /You finished 4 today, 4 of them in the last hour/)
    await house.post(`${out.batch}/undoing`, {}, { as: amy })
    assert.match((await house.get(out.at(4), { as: amy })).text, /3 of 1,100 comments finished/)
    assert.match((await house.get(`${out.batch}/overview`, { as: amy })).text, /Test analyst/)
    const outside = (await house.get(`${out.batch}/overview`, { as: eve })).text
    assert.match(outside, /3 of 1,100 comments finished/)
    assert.doesNotMatch(outside, /Test analyst|Deal the keys/)
  }),
)

test(
  'INS-1: each theme keeps its key, also when another comes; dealt anew, the most used come first',
  inHouse(slots, async (house) => {
    const as = await house.staff('analyst')
    const { frameId, batch, at, staff } = await setOut(house, ['One', 'Two'])
    const keys = async () =>
      [...(await house.get(at(0), { as })).text.matchAll(/value="([^"]+)" data-key="(.)"/g)].map(([, theme, key]) => [theme === staff, key])
    const before = [
      [false, '1'],
      [true, '2'],
    ]
    assert.deepEqual(await keys(), before)
    await house.post(`${at(0)}/codings`, { place: 'whole', themes: staff }, { as })
    assert.deepEqual(await keys(), before)
    assert.equal((await house.post(`${batch}/keys`, {}, { as: await house.staff('auditor') })).status, 403)
    await house.post(`${batch}/keys`, {}, { as })
    assert.deepEqual(await keys(), [
      [false, '2'],
      [true, '1'],
    ])
    const [event] = await house.within(operator, ({ db }) =>
      db.selectFrom('events').select('subject_id').where('name', '=', 'frame.keys-dealt').execute(),
    )
    assert.equal(event?.subject_id, frameId)
  }),
)

test('INS-1: for any themes, no key stands for two, a command stands for none, and a key once dealt stays', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 60 }), fc.nat(60), (ids, some) => {
      const first = dealKeys(ids.slice(0, some), new Map())
      const then = dealKeys(ids, first)
      const all = [...first.values(), ...then.values()]
      assert.equal(new Set(all).size, all.length)
      assert.equal(all.length, Math.min(ids.length, themeKeys.length))
      assert.ok([...then.keys()].every((id) => !first.has(id)))
      assert.ok(!all.some((key) => 'nzfqpsy0?/'.includes(key)))
    }),
  )
})

test('a queue stands in an address as it is read there', () => {
  for (const name of ['order', 'uncertain', 'once', 'again', `round-${newId()}`]) {
    const query = new URLSearchParams(inAddress(readQueue(name)))
    assert.deepEqual(readQueue(query.get('queue') ?? undefined), readQueue(name))
  }
  for (const name of [undefined, '', 'round-', 'round-1', '<script>']) assert.deepEqual(readQueue(name), { rule: 'order' })
})

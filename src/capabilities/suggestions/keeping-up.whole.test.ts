import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { codings } from '#capabilities/codings'
import { contributions } from '#capabilities/contributions'
import { themes } from '#capabilities/themes'
import type { Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { gather } from '#platform/slots.ts'
import { type TestHouse, withOwnDatabase } from '#platform/testing.ts'
import { suggestions } from './index.ts'

const slots = gather([contributions, themes, codings, suggestions])
const operator: Actor = { kind: 'operator' }
const system: Actor = { kind: 'system' }

const said = {
  Parking: [
    'The car park is full',
    'I could not park anywhere',
    'Parking costs too much',
    'No space for my car',
    'The parking machine was broken',
  ],
  Waiting: ['I waited three hours', 'The queue was long', 'A very long wait', 'We had to wait all day', 'Waiting times are too long'],
  Staff: ['The nurse was kind', 'Staff were friendly', 'The doctor listened to me', 'Lovely caring staff', 'A helpful receptionist'],
} as const
type Name = keyof typeof said
const names = Object.keys(said) as Name[]
const times = ['today', 'last week', 'in March', 'again', 'on Monday', 'this time', 'at the clinic', 'as always']
const sentence = (name: Name, at: number) => `${said[name][at % 5]} ${times[Math.floor(at / 5) % 8]}.`

interface Row {
  words: string
  label?: Name
  respondent?: string
}

/** Comments from a file, some of them labelled, each by a respondent of their own unless it says whose. */
async function bring(house: TestHouse, rows: readonly Row[], source = 'Cards') {
  const cells = rows.map(({ words, respondent = '', label = '' }, at) => `${at},"${words}",${respondent},${label}`)
  const place = {
    within: (_: string, doing: Parameters<typeof house.within>[1]) => house.within(operator, doing),
    open: () => Readable.from([Buffer.from(['id,words,who,label', ...cells].join('\n'))]),
    progress() {},
  } as unknown as Workplace
  const options = { commissioner: 'testshire', source, text: 'words', id: 'id', respondent: 'who', labels: ['label'], coder: 'A trust' }
  await slots.commands.find(({ name }) => name === 'import contributions')!.run(place, ['-'], options)
  return house.within(operator, async ({ db }) => {
    const { id: sourceId } = await db.selectFrom('known_sources').select('id').where('name', '=', source).executeTakeFirstOrThrow()
    const kept = await db.selectFrom('contributions').select(['id', 'source_key']).where('source_id', '=', sourceId).execute()
    return { sourceId, ids: kept.sort((one, other) => Number(one.source_key) - Number(other.source_key)).map(({ id }) => id) }
  })
}

const frameCalled = (house: TestHouse, title: string) =>
  house.within(
    operator,
    async ({ db }) => (await db.selectFrom('known_frames').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id,
  )

/** Do a job as the worker does. */
const work = (house: TestHouse, name: string, payload = {}) =>
  slots.jobs.find((job) => job.name === name)!.run((doing) => house.within(system, doing), payload)
const learn = (house: TestHouse, frameId: string) => work(house, 'learn and suggest', { frameId, asked: true })

const labelled = (many: number): Row[] =>
  Array.from({ length: many }, (_, at) => ({ words: sentence(names[at % 3]!, Math.floor(at / 3)), label: names[at % 3]! }))

test(
  'INS-2: while it learns, pages answer as if it did not, and another learning waits its turn',
  withOwnDatabase(slots, async ({ house, psql }) => {
    await bring(house, labelled(600))
    const frameId = await frameCalled(house, 'Cards')
    const as = await house.staff('analyst')
    const going = learn(house, frameId)
    let isGoing = true
    void going.finally(() => (isGoing = false))
    const waits: number[] = []
    while (isGoing) {
      const asked = performance.now()
      await setTimeout(5)
      assert.equal((await house.get('/testshire/desk/frames', { as })).status, 200)
      waits.push(performance.now() - asked - 5)
      if (waits.length === 20) await work(house, 'learn and suggest', { frameId, asked: true })
    }
    await going
    waits.sort((one, other) => one - other)
    assert.ok(waits.length > 30, `asked ${waits.length} times while it learned`)
    assert.ok(
      waits[Math.floor(waits.length * 0.9)]! < 250,
      `nine in ten pages within ${waits[Math.floor(waits.length * 0.9)]} milliseconds`,
    )
    assert.equal((await psql('select from models')).rowCount, 1)
    assert.equal(
      (await psql(`select from graphile_worker._private_jobs where payload->>'frameId' = $1`, [frameId])).rowCount,
      1,
      'the second waits',
    )
  }),
)

test(
  'INS-2: told to stop it does not wait to have learned, leaves nothing half, and goes on where it was',
  withOwnDatabase(slots, async ({ house, psql }) => {
    await bring(house, [...labelled(60), ...labelled(1600).map(({ words }) => ({ words }))])
    const frameId = await frameCalled(house, 'Cards')
    const looked = async () => (await psql('select contribution_id, made_at from suggested_comments order by 1')).rows
    const going = learn(house, frameId)
    const stopped = assert.rejects(going, /ended/)
    while ((await looked()).length === 0) await setTimeout(5)
    process.emit('SIGTERM')
    await stopped
    const first = await looked()
    assert.equal((await psql('select from models')).rowCount, 1)
    assert.ok(first.length % 500 === 0 && first.length < 1600, `stopped after ${first.length}`)
    assert.equal(process.listenerCount('SIGTERM'), 0)

    house.now = new Date(house.now.getTime() + 60_000)
    await work(house, 'look for what to learn')
    assert.equal((await psql(`select from graphile_worker._private_jobs where payload->>'frameId' = $1`, [frameId])).rowCount, 1)
    await work(house, 'learn and suggest', { frameId, asked: false })
    const all = await looked()
    assert.ok(all.length >= 1600)
    const known = new Map(all.map((row) => [row.contribution_id, row.made_at.getTime()]))
    for (const row of first) assert.equal(known.get(row.contribution_id), row.made_at.getTime(), 'what was done is not done again')
    assert.equal((await psql('select from models')).rowCount, 1)
    assert.equal((await psql('select from learning_progress')).rowCount, 0)
  }),
)

test(
  'INS-2: what is done is not done again: nothing to learn until enough was coded since, and an answer without words is nothing that was coded',
  withOwnDatabase(slots, async ({ house, psql }) => {
    const { ids } = await bring(house, [...labelled(60), { words: 'Full again' }])
    const frameId = await frameCalled(house, 'Cards')
    const waiting = async () => (await psql(`delete from graphile_worker._private_jobs where payload->>'frameId' = $1`, [frameId])).rowCount
    await work(house, 'look for what to learn')
    assert.equal(await waiting(), 1)
    await learn(house, frameId)
    await psql('update contributions set words = null, score = 1 where id = any($1)', [ids.slice(0, 1)])
    await work(house, 'look for what to learn')
    assert.equal(await waiting(), 1, 'fewer than it learned from: something was taken back')
    await learn(house, frameId)
    const { rows } = await psql('select comments from models')
    assert.deepEqual(rows, [{ comments: 59 }])
    await work(house, 'look for what to learn')
    assert.equal(await waiting(), 0)

    const more = labelled(13).map(({ words, label }) => ({ words: `${words} Again.`, label }))
    await bring(house, more as Row[], 'Letters')
    await psql(
      `insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at)
      select commissioner_id, contribution_id, $1, coder_id, finished_at from finished_codings where frame_id <> $1`,
      [frameId],
    )
    await work(house, 'look for what to learn')
    assert.equal(await waiting(), 0, '72 comments, and it learns again at 74')
    await bring(
      house,
      [
        { words: 'One more', label: 'Staff' },
        { words: 'And one', label: 'Staff' },
      ],
      'Emails',
    )
    await psql(
      `insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at)
      select commissioner_id, contribution_id, $1, coder_id, finished_at from finished_codings where frame_id <> $1 on conflict do nothing`,
      [frameId],
    )
    await work(house, 'look for what to learn')
    assert.equal(await waiting(), 1)
  }),
)

import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { codings } from '#capabilities/codings'
import { contributions } from '#capabilities/contributions'
import { makeFrame, themes } from '#capabilities/themes'
import type { Workplace } from '#platform/commands.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
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

const suggested = (house: TestHouse, contributionId: string) =>
  house.within(operator, ({ db }) =>
    db
      .selectFrom('standing_suggestions as s')
      .innerJoin('named_themes as t', 't.id', 's.theme_id')
      .select(['t.name', 's.likelihood', 's.because', 's.offered'])
      .where('s.contribution_id', '=', contributionId)
      .orderBy('s.likelihood', 'desc')
      .execute(),
  )

const labelled = (many: number): Row[] =>
  Array.from({ length: many }, (_, at) => ({ words: sentence(names[at % 3]!, Math.floor(at / 3)), label: names[at % 3]! }))

test(
  'INS-2: it learns from what was coded, suggests for the rest with the words that led to it, and the page says how good it is',
  withOwnDatabase(slots, async ({ house }) => {
    const { ids } = await bring(house, [
      ...labelled(120),
      { words: 'There was nowhere to leave my car, the car park was full.' },
      { words: 'A kind nurse.' },
    ])
    const frameId = await frameCalled(house, 'Cards')
    await work(house, 'look for what to learn')
    await learn(house, frameId)

    const [first] = await suggested(house, ids[120]!)
    assert.equal(first?.name, 'Parking')
    assert.ok(first.offered && first.likelihood > 0.5)
    const because = (first.because as { start: number; end: number }[]).map(({ start, end }) =>
      'There was nowhere to leave my car, the car park was full.'.slice(start, end).toLowerCase(),
    )
    assert.ok(
      because.some((word) => /car|park|full/.test(word)),
      because.join(),
    )
    assert.equal((await suggested(house, ids[121]!))[0]?.name, 'Staff')
    assert.deepEqual(await suggested(house, ids[0]!), [], 'what people decided about is left to them')

    const as = await house.staff('auditor')
    const { text, status } = await house.get(`/testshire/desk/suggestions/${frameId}`, { as })
    assert.equal(status, 200)
    assert.match(text, /120 comments that people coded/)
    assert.match(text, /Tested on 120 comments of 120 people/)
    assert.match(text, /Nobody’s words are sent anywhere/)
    assert.match(text, /micro F1[\s\S]*Theme by theme[\s\S]*Parking[\s\S]*Would more coding help/)
    assert.match(text, /Few comments/)
    const { tested } = await house.within(operator, async ({ db }) => ({
      tested: (await db.selectFrom('models').select('evaluation').executeTakeFirstOrThrow()).evaluation as { micro_f1: number },
    }))
    assert.ok(tested.micro_f1 > 0.8, `it learned ${tested.micro_f1}`)
  }),
)

test(
  'INS-2: a frame of which nothing was coded suggests at once from what its themes mean, where somebody asks for it',
  withOwnDatabase(slots, async ({ house }) => {
    const { sourceId, ids } = await bring(house, [{ words: 'Nowhere to park my car' }, { words: 'The food was cold and the tea too' }])
    const { frameId } = await house.within(operator, (ctx) =>
      makeFrame(ctx, {
        title: 'New',
        themes: [
          { name: 'Parking', definition: 'Car parks: finding a space to park a car, and what it costs' },
          { name: 'Food', definition: 'Meals, drinks, tea; whether food is warm or cold' },
        ],
      }),
    )
    const as = await house.staff('analyst')
    const page = `/testshire/desk/suggestions/${frameId}`
    assert.match((await house.get(page, { as })).text, /Nowhere yet/)
    assert.equal((await house.post(`${page}/batches`, {}, { as })).status, 422)
    assert.equal((await house.post(`${page}/batches`, { batch: `source-${newId()}` }, { as })).status, 422)
    assert.equal((await house.post(`${page}/batches`, { batch: `source-${sourceId}` }, { as })).status, 303)
    assert.match((await house.get(page, { as })).text, /waiting for its turn/)
    await work(house, 'learn and suggest', { frameId, asked: false })
    assert.equal((await suggested(house, ids[0]!))[0]?.name, 'Parking')
    assert.equal((await suggested(house, ids[1]!))[0]?.name, 'Food')
    const { text } = await house.get(page, { as })
    assert.match(text, /What the themes are called and mean, and 0 comments/)
    assert.match(text, /Nobody knows yet/)
  }),
)

test(
  'INS-2: what may not be read is not suggested for: withheld at once, redacted until it is looked at anew, coded blind not at all; nor a theme put away',
  withOwnDatabase(slots, async ({ house, psql }) => {
    const { ids, sourceId } = await bring(house, [
      ...labelled(60),
      { words: 'The car park is full and Nurse Smith rude' },
      { words: 'The car park is full' },
      { words: 'Parking is dear' },
      { words: 'The queue was long' },
    ])
    const frameId = await frameCalled(house, 'Cards')
    await learn(house, frameId)
    const [redacted, withheld, blind, waited] = ids.slice(60) as [string, string, string, string]
    for (const id of [redacted, withheld, blind, waited]) assert.notDeepEqual(await suggested(house, id), [])

    house.now = new Date(house.now.getTime() + 60_000)
    const { rows } = await psql('select id from memberships limit 1')
    const by = rows[0]?.id ?? (await house.staff('analyst')).id
    const mine = house.commissioner.id
    await psql(
      `insert into redactions (commissioner_id, id, contribution_id, start_at, end_at, reason, redacted_by, redacted_at) values ($1, $2, $3, 25, 36, 'a name', $4, $5)`,
      [mine, newId(), redacted, by, house.now],
    )
    await psql(
      `insert into withholdings (commissioner_id, id, contribution_id, audience, reason, withheld_by, withheld_at) values ($1, $2, $3, 'everyone', 'x', $4, $5)`,
      [mine, newId(), withheld, by, house.now],
    )
    const round = newId()
    await psql(`insert into rounds (commissioner_id, id, frame_id, source_id, size, seed, made_at) values ($1, $2, $3, $4, 1, 1, $5)`, [
      mine,
      round,
      frameId,
      sourceId,
      house.now,
    ])
    await psql(`insert into round_coders (commissioner_id, round_id, membership_id) values ($1, $2, $3)`, [mine, round, by])
    await psql(`insert into round_comments (commissioner_id, round_id, contribution_id, place) values ($1, $2, $3, 1)`, [
      mine,
      round,
      blind,
    ])
    for (const id of [redacted, withheld, blind]) assert.deepEqual(await suggested(house, id), [])

    house.now = new Date(house.now.getTime() + 60_000)
    await work(house, 'forget overtaken suggestions')
    const left = await psql('select contribution_id from suggested_comments')
    assert.deepEqual(
      left.rows.map((row) => row.contribution_id).filter((id) => ids.slice(60).includes(id)),
      [waited],
    )
    await work(house, 'learn and suggest', { frameId, asked: false })
    assert.equal((await suggested(house, redacted))[0]?.name, 'Parking', 'looked at anew, without what was taken out')
    for (const id of [withheld, blind]) assert.deepEqual(await suggested(house, id), [])

    const waiting = await psql(`select id from named_themes where name = 'Waiting'`)
    assert.equal((await suggested(house, waited))[0]?.name, 'Waiting')
    const analyst = await house.staff('analyst')
    const away = await house.post(`/testshire/desk/themes/${waiting.rows[0].id}/retirement`, { note: 'No longer' }, { as: analyst })
    assert.equal(away.status, 303)
    assert.ok((await suggested(house, waited)).every(({ name }) => name !== 'Waiting'))
  }),
)

test(
  'INS-2: awkward comments, one theme, all coded alike and all by one person: it learns what there is, and says what it cannot know',
  withOwnDatabase(slots, async ({ house, psql }) => {
    const awkward = [
      '👍🏽👨‍👩‍👧‍👦',
      'شکریہ، پارکنگ بہت مہنگی ہے',
      'Mae’r maes parcio yn llawn',
      '?!',
      '█████',
      'x\u0001\ufffdy',
      'park '.repeat(4000).trim(),
    ]
    const rows: Row[] = Array.from({ length: 24 }, (_, at) => ({ words: sentence('Parking', at), label: 'Parking', respondent: 'R1' }))
    const { ids } = await bring(house, [...rows, ...awkward.map((words) => ({ words }))])
    const frameId = await frameCalled(house, 'Cards')
    await learn(house, frameId)
    assert.equal((await psql('select from learning_progress')).rowCount, 0)
    const { rows: looked } = await psql('select contribution_id, uncertainty from suggested_comments where contribution_id = any($1)', [
      ids.slice(24),
    ])
    assert.equal(looked.length, awkward.length)
    for (const { uncertainty } of looked) assert.ok(uncertainty >= 0 && uncertainty <= 1)
    assert.equal((await suggested(house, ids.at(-1)!))[0]?.name, 'Parking')
    const as = await house.staff('analyst')
    assert.match(
      (await house.get(`/testshire/desk/suggestions/${frameId}`, { as })).text,
      /made by one person, and a test needs at least two/,
    )
  }),
)

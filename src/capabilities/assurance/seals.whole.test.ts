import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { gather } from '#platform/slots.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { assurance, sealEvents, verify } from './index.ts'
import { eventText, hashOfText } from './seal.ts'

const slots = gather([assurance])
const operator = { kind: 'operator' } as const
const system = { kind: 'system' } as const

/** Six events in three seals. */
async function threeSeals({ house }: OwnDatabase) {
  for (let number = 1; number <= 3; number += 1) {
    for (let each = 1; each <= 2; each += 1) await house.within(operator, (ctx) => record(ctx, 'test.happened', newId(), { number, each }))
    await house.within(system, (ctx) => sealEvents(ctx))
  }
}

const checked = ({ house }: OwnDatabase) => house.within(operator, verify)

/** What an intruder does with the owner's power: the database's own refusals are switched off. */
async function intrude({ psql }: OwnDatabase, statement: string) {
  await psql(`begin; set local session_replication_role = replica; ${statement}; commit`)
}

const faults = async (own: OwnDatabase) => (await checked(own)).problems.map(({ kind, fault }) => `${kind} ${fault}`)

const tampered = (statement: string, expected: string[]) =>
  withOwnDatabase(slots, async (own) => {
    await threeSeals(own)
    assert.deepEqual(await checked(own).then(({ ok, problems }) => ({ ok, problems })), { ok: true, problems: [] })
    await intrude(own, statement)
    const found = await checked(own)
    assert.equal(found.ok, false)
    assert.deepEqual(
      found.problems.map(({ kind, fault }) => `${kind} ${fault}`),
      expected,
    )
  })

const second = '(select event_id from seal_members where seal_number = 2 and position = 1)'
const copied = (id: string, at: string) =>
  `insert into events select commissioner_id, ${id}, ${at}, name, actor_kind, actor_id, subject_kind, subject_id, detail, digests from events limit 1`

test(
  'ASR-3: a history that nobody touched verifies, and says how far it goes',
  withOwnDatabase(slots, async (own) => {
    await threeSeals(own)
    const { ok, events, head, problems } = await checked(own)
    assert.deepEqual({ ok, events, problems }, { ok: true, events: 6, problems: [] })
    const { rows } = await own.psql('select hash from seals where number = 3')
    assert.equal(head, rows[0].hash)
  }),
)

test(
  'ASR-3: an event that waits for its seal is no fault',
  withOwnDatabase(slots, async (own) => {
    await threeSeals(own)
    await own.house.within(operator, (ctx) => record(ctx, 'test.happened', newId()))
    assert.equal((await checked(own)).ok, true)
  }),
)

test(
  'ASR-3: an event changed is found and named',
  tampered(`update events set detail = '{"number": 9}' where id = ${second}`, ['event changed']),
)
test(
  'ASR-3: an event moved by a microsecond is found',
  tampered(`update events set at = at + interval '1 microsecond' where id = ${second}`, ['event changed']),
)
test('ASR-3: an event removed is found and named', tampered(`delete from events where id = ${second}`, ['event removed']))
test(
  'ASR-3: an event removed with its place in the seal is found',
  tampered(`delete from events where id = ${second}; delete from seal_members where seal_number = 2 and position = 1`, ['event removed']),
)
test(
  'ASR-3: an event slipped in, dated long ago, is found before it is sealed',
  tampered(copied(`'01900000-0000-7000-8000-000000000000'`, `at - interval '3 hours'`), ['event slipped in']),
)
test('ASR-3: an event whose number the product never makes is found', tampered(copied('gen_random_uuid()', 'now()'), ['event slipped in']))
test(
  'ASR-3: an event slipped into an old seal, with its own true hash, is found and named',
  withOwnDatabase(slots, async (own) => {
    await threeSeals(own)
    const near = (
      await own.psql(
        `select left(event_id::text, 35) || translate(right(event_id::text, 1), '0123456789abcdef', '123456789abcdef0') as id from seal_members where seal_number = 2 and position = 1`,
      )
    ).rows[0].id
    await intrude(own, copied(`'${near}'`, 'at'))
    const { rows } = await own.psql('select * from recorded_events where id = $1', [near])
    await intrude(
      own,
      `insert into seal_members select commissioner_id, '${near}', 2, 3, '${hashOfText(eventText(rows[0]))}' from seals where number = 2`,
    )
    assert.deepEqual(
      (await checked(own)).problems.map(({ id, fault }) => [id, fault]),
      [[near, 'slipped in']],
    )
  }),
)

test(
  'ASR-3: a seal changed is found and named',
  tampered(`update seals set sealed_at = sealed_at - interval '1 day' where number = 2`, ['seal changed']),
)
test(
  'ASR-3: a seal whose hash was changed is found',
  tampered(`update seals set hash = repeat('a', 64) where number = 2`, ['seal changed']),
)
test('ASR-3: a seal removed is found and named', tampered('delete from seals where number = 2', ['seal removed']))
test('ASR-3: the last seal removed is found', tampered('delete from seals where number = 3', ['seal removed']))
test(
  'ASR-3: a seal slipped in is found and named',
  tampered(`insert into seals select commissioner_id, 4, sealed_at, hash, repeat('b', 64) from seals where number = 3`, [
    'seal slipped in',
  ]),
)

test(
  'ASR-3: an event slipped in and sealed by the worker since is still found',
  withOwnDatabase(slots, async (own) => {
    await threeSeals(own)
    await intrude(own, copied(`'01900000-0000-7000-8000-000000000000'`, `at - interval '3 hours'`))
    await own.house.within(system, (ctx) => sealEvents(ctx, { everything: true }))
    assert.deepEqual(await faults(own), ['event slipped in'])
  }),
)

test(
  'ASR-3: two sealers at once make one chain',
  withOwnDatabase(slots, async (own) => {
    for (let number = 1; number <= 5; number += 1) {
      for (let each = 1; each <= 5; each += 1) await own.house.within(operator, (ctx) => record(ctx, 'test.happened', newId()))
      await Promise.all(Array.from({ length: 3 }, () => own.house.within(system, (ctx) => sealEvents(ctx))))
    }
    const { ok, events, problems } = await checked(own)
    assert.deepEqual({ ok, events, problems }, { ok: true, events: 25, problems: [] })
    const { rows } = await own.psql('select count(*)::int as members, count(distinct seal_number)::int as seals from seal_members')
    assert.deepEqual(rows, [{ members: 25, seals: 5 }])
  }),
)

test(
  'ASR-3: what commits late, behind others already sealed, is sealed next',
  withOwnDatabase(slots, async (own) => {
    const slow = own.house.within(operator, async (ctx) => {
      await record(ctx, 'test.happened', newId())
      await quick
    })
    const quick = own.house
      .within(operator, (ctx: Context) => record(ctx, 'test.happened', newId()))
      .then(() => own.house.within(system, (ctx) => sealEvents(ctx)))
    await slow
    assert.deepEqual((await quick).sealed, 1)
    assert.deepEqual((await own.house.within(system, (ctx) => sealEvents(ctx))).sealed, 1)
    assert.equal((await checked(own)).ok, true)
  }),
)

test(
  'ASR-3: one commissioner’s seals say nothing of another’s',
  withOwnDatabase(slots, async (own) => {
    const other = await own.house.addCommissioner('elsewhere')
    await threeSeals(own)
    await own.house.within(operator, (ctx) => record(ctx, 'test.happened', newId()), other)
    await own.house.within(system, (ctx) => sealEvents(ctx), other)
    const there = await own.house.within(operator, verify, other)
    assert.deepEqual({ ok: there.ok, events: there.events }, { ok: true, events: 1 })
  }),
)

test(
  'ASR-3: a history verifies while people are writing it and the worker is sealing it',
  withOwnDatabase(slots, async (own) => {
    await threeSeals(own)
    let busy = true
    const traffic = Array.from({ length: 3 }, async () => {
      while (busy) {
        await own.house.within(operator, (ctx) => record(ctx, 'test.happened', newId()))
        await own.house.within(system, (ctx) => sealEvents(ctx))
      }
    })
    for (let number = 0; number < 20; number += 1) assert.deepEqual((await checked(own)).problems, [])
    busy = false
    await Promise.all(traffic)
  }),
)

import assert from 'node:assert/strict'
import { Readable, Writable } from 'node:stream'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { backup, restore } from '#platform/backup.ts'
import { frame } from '#platform/backup-file.ts'
import type { Context } from '#platform/context.ts'
import { Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { keepFile } from '#platform/files.ts'
import { newId } from '#platform/ids.ts'
import { queueMessage } from '#platform/mail.ts'
import { listOutbox } from '#platform/outbox.ts'

import { gather } from '#platform/slots.ts'
import { type OwnDatabase, withOwnDatabase } from '#platform/testing.ts'
import { assurance, sealEvents, verify } from './index.ts'

const slots = gather([assurance])
const operator = { kind: 'operator' } as const

const write = (own: OwnDatabase) =>
  own.house.within(operator, (ctx: Context) => record(ctx, 'test.happened', newId(), { words: 'a\tb\\c', number: 0.1 }))

// Longer than one piece, and with every byte in it.
const plan = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 256))])

async function someHistory(own: OwnDatabase) {
  await own.house.staff('analyst')
  for (let number = 0; number < 20; number += 1) await write(own)
  await own.house.within(operator, (ctx) => keepFile(ctx, { name: 'plan.pdf', bytes: plan }, { purpose: 'test' }))
  await own.house.within(operator, (ctx) => sealEvents(ctx))
}

async function backedUp({ owner }: OwnDatabase) {
  const parts: Buffer[] = []
  const out = new Writable({ write: (chunk: Buffer, _, done) => done(void parts.push(chunk)) })
  const end = await backup(owner, out)
  return { end, bytes: Buffer.concat(parts) }
}

/** A migrated database with nothing in it: not even the commissioner that every test's house begins with. */
const empty = async ({ house, psql }: OwnDatabase) =>
  void (await psql(`begin; set local goldthread.commissioner = '${house.commissioner.id}'; delete from commissioners; commit`))

const inTwoDatabases = (work: (one: OwnDatabase, other: OwnDatabase) => Promise<void>) =>
  withOwnDatabase(slots, (one) =>
    withOwnDatabase(slots, async (other) => {
      await empty(other)
      await work(one, other)
    })(),
  )

test(
  'PLT-5: a backup made under traffic is of one moment; restored, it is equal and it verifies',
  inTwoDatabases(async (one, other) => {
    await someHistory(one)
    let busy = true
    const traffic = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (busy) {
          await write(one)
          await one.house.within(operator, (ctx) => sealEvents(ctx))
        }
      }),
    )
    const { end, bytes } = await backedUp(one)
    busy = false
    await traffic

    const restored = await restore(other.owner, Readable.from([bytes]))
    assert.deepEqual(restored.tables, end.tables)
    assert.ok(end.tables.events!.rows >= 20)
    assert.deepEqual((await backedUp(other)).end.tables, end.tables)
    const found = await other.house.within(operator, verify, one.house.commissioner)
    assert.deepEqual(found.problems, [])
    assert.equal(found.events, end.tables.events!.rows)
    const pieces = await other.psql('select bytes from file_pieces order by number')
    assert.ok(plan.equals(Buffer.concat(pieces.rows.map(({ bytes }) => bytes))), 'files came with it')
  }),
)

test(
  'PLT-5: after a restore the walls stand again',
  inTwoDatabases(async (one, other) => {
    await someHistory(one)
    await restore(other.owner, Readable.from([(await backedUp(one)).bytes]))
    const { rows } = await other.psql(
      `select relname from pg_class c where relnamespace in ('public'::regnamespace, 'accounts'::regnamespace) and relkind = 'r' and relname <> 'migrations' and not (relrowsecurity and relforcerowsecurity)`,
    )
    assert.deepEqual(rows, [])
  }),
)

test(
  'PLT-5: what waits to be sent is backed up; links and sessions are not',
  inTwoDatabases(async (one, other) => {
    await one.house.within(operator, (ctx) =>
      queueMessage(ctx, { kind: 'test', recipient: { kind: 'nobody', id: newId() }, subject: 'Hello', body: 'Hello' }),
    )
    const { bytes, end } = await backedUp(one)
    assert.deepEqual(
      Object.keys(end.tables).filter((name) => /session|(person|sign_in)_link|link_attempts/.test(name)),
      [],
    )
    await restore(other.owner, Readable.from([bytes]))
    const outbox = await other.house.within(operator, (ctx) => listOutbox(ctx.db, { limit: 10 }), one.house.commissioner)
    assert.deepEqual(
      outbox.map(({ subject, fate }) => [subject, fate]),
      [['Hello', 'waiting']],
    )
  }),
)

const refused = (worded: RegExp, damage: (bytes: Buffer) => Buffer) =>
  inTwoDatabases(async (one, other) => {
    await someHistory(one)
    const { bytes } = await backedUp(one)
    await assert.rejects(
      restore(other.owner, Readable.from([damage(bytes)])),
      (error) => error instanceof Refused && worded.test(error.message),
    )
    assert.equal((await other.psql('select count(*)::int as count from commissioners')).rows[0].count, 0)
  })

const withHead = (change: (head: { migrations: string[] }) => void) => (bytes: Buffer) => {
  const plain = gunzipSync(bytes)
  const length = plain.readUInt32BE()
  const head = JSON.parse(plain.subarray(4, 4 + length).toString())
  change(head)
  return gzipSync(Buffer.concat([frame(Buffer.from(JSON.stringify(head))), plain.subarray(4 + length)]))
}

test(
  'PLT-5: a backup cut short is refused, and nothing is half-done',
  refused(/cut short or damaged/, (bytes) => bytes.subarray(0, bytes.length - 200)),
)
test(
  'PLT-5: a backup whose rows were changed is refused',
  refused(/cut short or damaged/, (bytes) => {
    const plain = gunzipSync(bytes)
    const at = plain.indexOf('test.happened')
    plain.write('test.happenes', at)
    return gzipSync(plain)
  }),
)
test(
  'PLT-5: a file that is no backup is refused',
  refused(/cut short or damaged/, () => Buffer.from('hello')),
)
test(
  'PLT-5: a backup from a newer version is refused with what to do',
  refused(
    /newer Goldthread.*install that version/,
    withHead((head) => head.migrations.push('2099-01-01-01-later.sql')),
  ),
)
test(
  'PLT-5: a backup from an older version is refused with what to do',
  refused(
    /older Goldthread.*with that version/,
    withHead((head) => head.migrations.pop()),
  ),
)

test(
  'PLT-5: a backup is restored only into an empty database',
  withOwnDatabase(slots, async (own) => {
    const { bytes } = await backedUp(own)
    await assert.rejects(restore(own.owner, Readable.from([bytes])), /not empty/)
  }),
)

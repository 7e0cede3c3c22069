import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { gather } from './slots.ts'
import { inHouse } from './testing.ts'

const slots = gather([])

test(
  'PLT-1: with no commissioner bound, every table shows nothing',
  inHouse(slots, async (house) => {
    await house.staff('analyst')
    await house.database.within({ commissionerId: null }, async (db) => {
      const { rows: tables } = await sql<{
        name: string
      }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'accounts') and tablename <> 'migrations'`.execute(
        db,
      )
      assert.ok(tables.length > 40)
      for (const { name } of tables) {
        const { rows } = await sql<{ count: number }>`select count(*) from ${sql.raw(name)}`.execute(db)
        assert.equal(rows[0]!.count, 0, name)
      }
    })
  }),
)

test(
  'PLT-1: a row cannot be written into another commissioner',
  inHouse(slots, async (house) => {
    const other = await house.addCommissioner('elsewhere')
    await assert.rejects(
      house.within({ kind: 'system' }, (ctx) =>
        ctx.db.insertInto('people').values({ commissioner_id: other.id, id: other.id, added_at: house.now }).execute(),
      ),
      /row-level security/,
    )
  }),
)

test(
  'ASR-3: the database itself refuses to change or remove an event',
  inHouse(slots, async (house) => {
    for (const act of ['update events set name = name', 'delete from events', 'truncate events'])
      await assert.rejects(
        house.within({ kind: 'system' }, (ctx) => sql.raw(act).execute(ctx.db)),
        /append-only|permission denied/,
      )
  }),
)

test(
  'an unknown address is a 404 in the layout',
  inHouse(slots, async (house) => {
    const reply = await house.get('/testshire/nothing-here')
    assert.equal(reply.status, 404)
    assert.match(reply.text, /NHS testshire|testshire/)
    assert.match(reply.text, /Page not found/)
  }),
)

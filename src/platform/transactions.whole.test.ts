import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { CommitInDoubt } from './db.ts'
import { record } from './events.ts'
import { newId } from './ids.ts'
import { path } from './paths.ts'
import { gather } from './slots.ts'
import { type OwnDatabase, withOwnDatabase } from './testing.ts'
import { seeOther } from './web.tsx'

let during: (pid: number) => Promise<unknown> = async () => {}
const slots = gather([
  {
    name: 'probe',
    routes(web) {
      web.open.post(path('/:commissioner/probe'), async (ctx) => {
        await record(ctx, 'probe.changed', newId())
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.db)
        await during(rows[0]!.pid)
        return seeOther('/testshire')
      })
    },
  },
])

const eventsIn = async ({ psql }: OwnDatabase) => Number((await psql('select count(*) from events')).rows[0].count)

test(
  'a query that failed and was passed over is never answered as done',
  withOwnDatabase(slots, async (own) => {
    const within = own.house.within({ kind: 'system' }, async (ctx) => {
      await record(ctx, 'probe.changed', newId())
      await sql`select 1 / 0`.execute(ctx.db).catch(() => {})
    })
    await assert.rejects(within, /nothing was kept/)
    assert.equal(await eventsIn(own), 0)
  }),
)

test(
  'a connection that breaks in the middle of a post ends neither the program nor the truth: 503, and nothing kept',
  withOwnDatabase(slots, async (own) => {
    during = async (pid) => {
      await own.psql('select pg_terminate_backend($1)', [pid])
      await setTimeout(100)
    }
    const reply = await own.house.post('/testshire/probe', { words: 'An hour of work' })
    during = async () => {}
    assert.equal(reply.status, 503)
    assert.match(reply.text, /We cannot tell whether what you sent was saved/)
    assert.match(reply.text, /An hour of work/)
    assert.equal(await eventsIn(own), 0)
    assert.equal((await own.house.post('/testshire/probe', {})).status, 303)
    assert.equal(await eventsIn(own), 1)
  }),
)

test(
  'a database that stops before the work is written is an outage, said as one',
  withOwnDatabase(slots, async (own) => {
    const within = own.house.within({ kind: 'system' }, async ({ db }) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
      await own.psql('select pg_terminate_backend($1)', [rows[0]!.pid])
      await setTimeout(50)
      await sql`select 1`.execute(db)
    })
    await assert.rejects(within, (error) => !(error instanceof CommitInDoubt))
  }),
)

test(
  'a commit that the database itself refuses is no doubt: its own fault is told',
  withOwnDatabase(slots, async (own) => {
    await own.psql(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'late' using errcode = 'check_violation'; end $$;
    create constraint trigger late after insert on events deferrable initially deferred for each row execute function refuse()`)
    const within = own.house.within({ kind: 'system' }, (ctx) => record(ctx, 'probe.changed', newId()))
    await assert.rejects(within, (error: { code?: string }) => error.code === '23514')
  }),
)

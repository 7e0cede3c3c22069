import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import pino from 'pino'
import { record } from './events.ts'
import { newId } from './ids.ts'
import { addJob, type Job } from './jobs.ts'
import { gather } from './slots.ts'
import { type OwnDatabase, withOwnDatabase } from './testing.ts'
import { startWorker } from './worker.ts'

const done: string[] = []
const act = (name: string, run: Job['run']): Job => ({ name, run })
const jobs: Job[] = [
  act('note', async (within, { word }) =>
    within(async (ctx) => void done.push(`${word} for ${ctx.commissioner.slug} as ${ctx.actor.kind}`)),
  ),
  act('look', async (within) =>
    within(async ({ db }) => void done.push(`sees ${(await sql`select from memberships`.execute(db)).rows.length}`)),
  ),
  act('linger', async () => {
    done.push('began')
    await setTimeout(1500)
    done.push('ended')
  }),
  act('stumble', async (within) => {
    done.push('tried')
    await within(async ({ db }) => sql`select ${'Marguerite Okonjo'}::int`.execute(db))
  }),
]
const slots = gather([{ name: 'probe', jobs }])

const start = ({ house, owner }: OwnDatabase, extra: Partial<Parameters<typeof startWorker>[0]> = {}) =>
  startWorker({
    database: house.database,
    owner,
    slots,
    log: pino({ level: 'debug' }, { write: (line) => void house.logged.push(line) }),
    postman: null,
    publicUrl: '',
    beat: 50,
    silence: 400,
    ...extra,
  })

const add = ({ house }: OwnDatabase, name: string, word = '') => house.within({ kind: 'system' }, (ctx) => addJob(ctx, name, { word }))

async function until(isSo: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + 15_000; Date.now() < end; await setTimeout(20)) if (await isSo()) return
  assert.fail(`it did not come about: ${JSON.stringify(done)}`)
}

const onceWorking = (work: (own: OwnDatabase) => Promise<void>, extra?: (own: OwnDatabase) => Partial<Parameters<typeof startWorker>[0]>) =>
  withOwnDatabase(slots, async (own) => {
    done.length = 0
    const worker = await start(own, extra?.(own))
    await work(own).finally(worker.stop)
  })

test(
  'a job happens after its transaction, for its commissioner, behind the walls; and not at all when that is undone',
  onceWorking(async (own) => {
    await own.house.addCommissioner('elsewhere')
    await own.house.staff('analyst')
    await assert.rejects(
      own.house.within({ kind: 'system' }, async (ctx) => {
        await addJob(ctx, 'note', { word: 'undone' })
        throw new Error('no')
      }),
    )
    await add(own, 'note', 'done')
    await add(own, 'look')
    const { rows } = await own.psql("select id, slug, name from commissioners where slug = 'elsewhere'")
    await own.house.within({ kind: 'system' }, (ctx) => addJob(ctx, 'look'), rows[0])
    await until(() => done.length === 3)
    assert.deepEqual(done.sort(), ['done for testshire as system', 'sees 0', 'sees 1'])
  }),
)

test(
  'the jobs of a worker that died are freed, and nothing that a living one holds is',
  onceWorking(async (own) => {
    await add(own, 'linger')
    await until(() => done.includes('began'))
    const other = await start(own)
    await own.psql(
      `insert into graphile_worker._private_jobs (task_id, payload, locked_at, locked_by, attempts)
    select t.id, json_build_object('commissioner', $1::text, 'word', 'left behind'), now(), 'pool-of-the-dead', 1 from graphile_worker._private_tasks t where identifier = 'note'`,
      [own.house.commissioner.id],
    )
    await until(() => done.length === 3).finally(other.stop)
    assert.deepEqual(done.toSorted(), ['began', 'ended', 'left behind for testshire as system'])
  }),
)

test(
  'a worker that stops finishes the job in hand, and leaves none held',
  withOwnDatabase(slots, async (own) => {
    done.length = 0
    const worker = await start(own)
    await add(own, 'linger')
    await until(() => done.includes('began'))
    await worker.stop()
    assert.deepEqual(done, ['began', 'ended'])
    assert.equal((await own.psql('select from graphile_worker._private_jobs')).rowCount, 0)
    assert.equal((await own.psql('select from graphile_worker.goldthread_workers')).rowCount, 0)
  }),
)

test(
  'a job that fails is tried again later, and what failed is kept without anybody’s words',
  onceWorking(async (own) => {
    await add(own, 'stumble')
    const kept = async () =>
      (await own.psql('select last_error, run_at > now() as later, attempts from graphile_worker._private_jobs')).rows[0]
    await until(async () => (await kept())?.last_error)
    assert.deepEqual(await kept(), { last_error: 'error 22P02', later: true, attempts: 1 })
    assert.doesNotMatch(own.house.logged.join(''), /Marguerite/)
    assert.match(own.house.logged.join(''), /a job failed and will be tried again/)
  }),
)

test(
  'what is repeated is done for every commissioner, though it fails for one',
  withOwnDatabase(slots, async (own) => {
    const rounds: string[] = []
    const often: Job = {
      name: 'often',
      everySeconds: 0.1,
      async run(within) {
        await within(async (ctx) => {
          rounds.push(ctx.commissioner.slug)
          if (ctx.commissioner.slug === 'alder') throw new Error('alder')
          await record(ctx, 'probe.changed', newId())
        })
      },
    }
    await own.house.addCommissioner('alder')
    const worker = await start(own, { slots: gather([{ name: 'probe', jobs: [often] }]) })
    await until(() => rounds.length >= 4).finally(worker.stop)
    assert.deepEqual(new Set(rounds), new Set(['alder', 'testshire']))
  }),
)

test(
  'a database that throws everybody out for a while does not end the worker',
  onceWorking(async (own) => {
    await add(own, 'note', 'before')
    await until(() => done.length === 1)
    for (let times = 0; times < 3; times++) {
      await own.psql(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      await setTimeout(100)
    }
    await add(own, 'note', 'after')
    await until(() => done.length === 2)
  }),
)

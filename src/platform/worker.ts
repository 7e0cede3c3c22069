import { EventEmitter } from 'node:events'
import { Logger as WorkerLogger, run, type Task, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import { contextOf } from './answering.ts'
import { listCommissioners } from './commissioners.ts'
import type { Commissioner } from './context.ts'
import type { Database } from './db.ts'
import { faultOf } from './failures.tsx'
import type { Job, Within } from './jobs.ts'
import { type Postman, sendMessage, wakeOutbox } from './mail.ts'
import type { Slots } from './slots.ts'

interface WorkerOptions {
  database: Database
  /** The owner of the database: only the bookkeeping of jobs runs as it, the jobs themselves run behind the walls. */
  owner: pg.PoolConfig
  slots: Slots
  log: Logger
  clock?: () => Date
  postman: Postman | null
  /** What a link in a message begins with. */
  publicUrl: string
}

type WithinOf = (commissioner: Commissioner, job?: Job) => Within

const beat = 10_000
const silent = '45 seconds'

/** Does jobs until stopped. The jobs of a worker that died are freed within a minute. */
export async function startWorker({ database, owner, slots, log, clock = () => new Date(), postman, publicUrl }: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...owner, max: 6 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const within: WithinOf = (commissioner, job) => (work) =>
    database.within({ commissionerId: commissioner.id, signingIn: job?.signingIn }, (db) => work(contextOf({ slots, log, clock }, db, commissioner, { kind: 'system' })))
  const jobs: readonly Job[] = [...slots.jobs, sendMessage(postman, publicUrl)]
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, database, within)]))

  await pool.query(`create table if not exists graphile_worker.goldthread_workers (worker_id text primary key, seen_at timestamptz not null default now())`)
  const workerIds = new Set<string>()
  const alive = () =>
    pool.query('insert into graphile_worker.goldthread_workers (worker_id) select unnest($1::text[]) on conflict (worker_id) do update set seen_at = now()', [[...workerIds]])
  await freeTheDead(pool)

  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => void workerIds.add(worker.workerId))
  const runner = await run({ pgPool: pool, taskList, concurrency: 4, noHandleSignals: true, pollInterval: 2000, logger: quiet(log), events })
  await alive()
  const timers = [setInterval(() => void alive().then(() => freeTheDead(pool)).catch((error) => log.warn(faultOf(error), 'the worker could not be seen alive')), beat)]
  for (const job of jobs) if (job.everySeconds) timers.push(repeat(job, database, within, log))
  if (postman) for (const commissioner of await listCommissioners(database)) await wakeOutbox(within(commissioner))

  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await runner.stop().catch(() => {})
      await pool.query('delete from graphile_worker.goldthread_workers where worker_id = any($1)', [[...workerIds]]).catch(() => {})
      await pool.end()
    },
  }
}

const taskOf = (job: Job, database: Database, within: WithinOf): Task => async (payload) => {
  const { commissioner: id } = payload as { commissioner: string }
  const commissioner = (await listCommissioners(database)).find((known) => known.id === id)
  if (commissioner) await job.run(within(commissioner, job), payload as Parameters<Job['run']>[1])
}

/** Free what workers hold that have not been seen for a while; without this their jobs would wait four hours. */
async function freeTheDead(pool: pg.Pool) {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array(
      select distinct j.locked_by from graphile_worker._private_jobs j
      where j.locked_by is not null
        and not exists (select from graphile_worker.goldthread_workers w where w.worker_id = j.locked_by and w.seen_at > now() - interval '${silent}')))`)
}

function repeat(job: Job, database: Database, within: WithinOf, log: Logger) {
  let busy = false
  return setInterval(async () => {
    if (busy) return
    busy = true
    try {
      for (const commissioner of await listCommissioners(database)) await job.run(within(commissioner, job), {})
    } catch (error) {
      log.warn({ job: job.name, ...faultOf(error) }, 'a repeated job failed')
    } finally {
      busy = false
    }
  }, (job.everySeconds ?? 60) * 1000)
}

// The library's own lines may repeat a job's fault in full; we keep the level and the job.
const quiet = (log: Logger) => new WorkerLogger(({ taskIdentifier }) => (level, message) => (level === 'error' ? log.warn({ job: taskIdentifier }, 'a job failed and will be tried again') : log.debug({ job: taskIdentifier }, message.slice(0, 80))))

import type { Task } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import { contextOf } from './answering.ts'
import { listCommissioners } from './commissioners.ts'
import type { Commissioner } from './context.ts'
import type { Database } from './db.ts'
import { faultOf } from './failures.tsx'
import { sweepFiles } from './files.ts'
import type { Job, Within } from './jobs.ts'
import { sendMessage, wakeOutbox } from './mail.ts'
import type { Postman } from './postman.ts'
import { keepRunning } from './queue.ts'
import type { Slots } from './slots.ts'
import { createRegister } from './who-is-at-work.ts'

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
  /** How often a worker says that it lives, and after what silence it is taken for dead; in milliseconds. */
  beat?: number
  silence?: number
}

// So that it waits, on stopping, until what was done is marked as done; and asks again when the database is away.
const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

type WithinOf = (commissioner: Commissioner, job?: Job) => Within

/** Does jobs until stopped. The jobs of a worker that died are freed within a minute. */
export async function startWorker({
  database,
  owner,
  slots,
  log,
  clock = () => new Date(),
  postman,
  publicUrl,
  beat = 10_000,
  silence = 45_000,
}: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const pool = new pg.Pool({ ...owner, max: 6 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const within: WithinOf = (commissioner, job) => (work) =>
    database.within({ commissionerId: commissioner.id, signingIn: job?.signingIn }, (db) =>
      work(contextOf({ slots, log, clock, publicUrl }, db, commissioner, { kind: 'system' })),
    )
  const jobs: readonly Job[] = [...slots.jobs, sendMessage(postman, publicUrl), sweepFiles]
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, database, within, log)]))

  await pool.query(
    `create table if not exists graphile_worker.goldthread_workers (worker_id text primary key, seen_at timestamptz not null default now())`,
  )
  const register = createRegister(pool, silence)
  await register.freeTheDead()
  if (postman) for (const commissioner of await listCommissioners(database)) await wakeOutbox(within(commissioner))
  const running = await keepRunning(
    { pgPool: pool, taskList, concurrency: 4, noHandleSignals: true, pollInterval: 2000, preset },
    register,
    log,
  )
  const beating = setInterval(
    () =>
      void register
        .sayAlive()
        .then(register.freeTheDead)
        .catch((error) => log.warn(faultOf(error), 'the worker could not be seen alive')),
    beat,
  )
  const repeated = jobs.filter((job) => job.everySeconds).map((job) => repeat(job, database, within, log))

  return {
    async stop() {
      clearInterval(beating)
      await Promise.all(repeated.map((one) => one.stop()))
      await running.stop()
      await register.leave().catch(() => {})
      await pool.end()
    },
  }
}

const taskOf =
  (job: Job, database: Database, within: WithinOf, log: Logger): Task =>
  async (payload) => {
    const { commissioner: id } = payload as { commissioner: string }
    const commissioner = (await listCommissioners(database)).find((known) => known.id === id)
    try {
      if (commissioner) await job.run(within(commissioner, job), payload as Parameters<Job['run']>[1])
    } catch (error) {
      const fault = faultOf(error)
      log.warn({ job: job.name, ...fault }, 'a job failed and will be tried again')
      // The queue keeps this text, so it holds no words of anyone.
      throw new Error([fault.fault, fault.code].filter(Boolean).join(' '))
    }
  }

function repeat(job: Job, database: Database, within: WithinOf, log: Logger) {
  let busy: Promise<void> | undefined
  const round = async () => {
    // One commissioner's fault keeps nobody else waiting.
    for (const commissioner of await listCommissioners(database))
      await job
        .run(within(commissioner, job), {})
        .catch((error) => log.warn({ job: job.name, commissioner: commissioner.id, ...faultOf(error) }, 'a repeated job failed'))
  }
  const timer = setInterval(
    () =>
      (busy ??= round()
        .catch((error) => log.warn({ job: job.name, ...faultOf(error) }, 'a repeated job failed'))
        .finally(() => (busy = undefined))),
    (job.everySeconds ?? 60) * 1000,
  )
  return {
    async stop() {
      clearInterval(timer)
      await busy
    },
  }
}

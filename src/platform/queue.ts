import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { type Runner, type RunnerOptions, run, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from 'pino'
import type { Register } from './who-is-at-work.ts'

/** The queue's own runner, started again should it ever end by itself. */
export async function keepRunning(options: RunnerOptions, register: Register, log: Logger) {
  let stopping = false
  let runner: Runner
  const start = async () => {
    const events: WorkerEvents = new EventEmitter()
    // A job is held in the name of the pool of workers, not of one of them.
    events.on('pool:create', ({ workerPool }) => register.join(workerPool.id))
    runner = await run({ ...options, logger: quiet(log), events })
    await register.sayAlive().catch(() => {})
    void runner.promise.catch(() => {}).then(() => (stopping ? undefined : again()))
  }
  const again = async (): Promise<void> => {
    log.error('the worker ended by itself and is started again')
    await register.leave().catch(() => {})
    await setTimeout(1000)
    if (!stopping) await start().catch(again)
  }
  await start()
  return {
    async stop() {
      stopping = true
      await runner.stop().catch(() => {})
    },
  }
}

// The library's own lines may repeat a job's fault in full: of those only the level and the job are kept.
const quiet = (log: Logger) =>
  new WorkerLogger(
    ({ taskIdentifier }) =>
      (level, message) =>
        level === 'error'
          ? log.debug({ job: taskIdentifier }, 'the queue met a fault')
          : log.debug({ job: taskIdentifier }, message.slice(0, 80)),
  )

import { Worker } from 'node:worker_threads'
import type { Acts } from './learning-thread.ts'

/** The thread met a fault of its own: trying it at once again would end the same. */
export class LearningFault extends Error {}

/** A thread that learns. One question at a time. */
export interface Learner {
  ask<Act extends keyof Acts>(
    act: Act,
    given: Parameters<Acts[Act]>[0],
    onProgress?: (done: number, total: number) => void,
  ): Promise<ReturnType<Acts[Act]>>
  close(): Promise<unknown>
}

interface Waiting {
  number: number
  done(answer: never): void
  failed(fault: Error): void
  onProgress?: ((done: number, total: number) => void) | undefined
}

type Message = { number: number; answer?: never; fault?: string; done?: number; total?: number }

// In megabytes: more, and the thread ends, not the program around it.
const room = 1536

/** Begin a thread. It reads the same TypeScript as this process, and takes over none of what that was started with. */
export function openLearner(): Learner {
  const thread = new Worker(new URL('./learning-thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: room },
  })
  let waiting: Waiting | undefined
  let asked = 0
  let ended: Error | undefined
  const end = (fault: Error) => {
    ended ??= fault
    waiting?.failed(ended)
    waiting = undefined
  }
  thread.on('message', ({ number, answer, fault, done, total }: Message) => {
    if (waiting?.number !== number) return
    if (done !== undefined && total !== undefined) return waiting.onProgress?.(done, total)
    const { done: answered, failed } = waiting
    waiting = undefined
    fault === undefined ? answered(answer as never) : failed(new LearningFault(fault))
  })
  thread.on('error', (error) => end(new LearningFault((error as NodeJS.ErrnoException).code ?? error.name)))
  thread.on('exit', () => end(new Error('The thread was ended')))

  // Who stops Goldthread does not wait for what can be begun again.
  const stop = () => void thread.terminate()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, stop)
  return {
    ask: (act, given, onProgress) =>
      new Promise((done, failed) => {
        if (ended) return failed(ended)
        asked += 1
        waiting = { number: asked, done, failed, onProgress }
        thread.postMessage({ number: asked, act, given })
      }),
    close() {
      for (const signal of signals) process.off(signal, stop)
      return thread.terminate()
    },
  }
}

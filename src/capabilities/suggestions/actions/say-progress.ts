import type { Within } from '#platform/jobs.ts'
import type { Step } from '../learning-progress.ts'
import { clearProgress, saveProgress } from '../queries/progress.ts'

const often = 2000

/** Says to staff how far a learning is: at each new step, and every two seconds at most. Nothing waits for it, and a lost word does no harm. */
export function sayProgress(within: Within, frameId: string) {
  let step: Step = 'waiting'
  let saidAt = 0
  let saying: Promise<unknown> = Promise.resolve()
  const write = (done: number, total: number | null) =>
    within((ctx) => saveProgress(ctx.db, ctx.commissioner.id, frameId, { step, done, total, seenAt: ctx.now }))
  return {
    begin(next: Step) {
      step = next
      saidAt = performance.now()
      saying = saying.then(() => write(0, null)).catch(() => {})
      return saying
    },
    going(done: number, total: number) {
      if (performance.now() - saidAt < often) return
      saidAt = performance.now()
      saying = saying.then(() => write(done, total)).catch(() => {})
    },
    async end(failed: boolean) {
      await saying
      if (failed) {
        step = 'failed'
        await write(0, null)
      } else await within((ctx) => clearProgress(ctx.db, frameId))
    },
  }
}
export type Progress = ReturnType<typeof sayProgress>

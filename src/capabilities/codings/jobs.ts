import type { Job } from '#platform/jobs.ts'
import { findBatchById } from './queries/batches.ts'
import { listOpenBatches } from './queries/places.ts'
import { keepCount } from './queries/progress.ts'

const lately = 15 * 60_000

/** While people code, how far they are is counted beside them, so that no page has to read a whole batch for it. */
const countOpenBatches: Job = {
  name: 'count what is coded',
  everySeconds: 60,
  async run(within) {
    const open = await within(({ db, now }) => listOpenBatches(db, new Date(now.getTime() - lately)))
    for (const { frameId, batchId } of open)
      await within(async ({ db, commissioner, now }) => {
        const part = await findBatchById(db, batchId)
        if (part) await keepCount(db, commissioner.id, { part, frameId, now })
      })
  },
}

export const jobs: readonly Job[] = [countOpenBatches]

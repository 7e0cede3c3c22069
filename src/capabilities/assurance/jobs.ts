import type { Job } from '#platform/jobs.ts'
import { sealEvents } from './actions/seal-events.ts'

const tenMinutes = 10 * 60_000

// When this process last looked through a commissioner's whole history: at its start, and every ten minutes after.
const lookedThrough = new Map<string, number>()

const seal: Job = {
  name: 'seal events',
  everySeconds: 3,
  async run(within) {
    for (let more = true; more; )
      more = await within(async (ctx) => {
        const everything = (lookedThrough.get(ctx.commissioner.id) ?? Number.NEGATIVE_INFINITY) < Date.now() - tenMinutes
        const done = await sealEvents(ctx, { everything })
        if (everything && !done.more) lookedThrough.set(ctx.commissioner.id, Date.now())
        return done.more
      })
  },
}

export const jobs: readonly Job[] = [seal]

import type { Job } from '#platform/jobs.ts'
import { compareResponses } from './actions/compare-responses.ts'
import type { Whole } from './flag.ts'
import { listToCompare } from './queries/alike.ts'
import { forgetChallenges } from './queries/arrivals.ts'

/** The name of the job that compares one survey or source when somebody asks. */
export const comparing = 'compare responses'

const compareOne: Job = {
  name: comparing,
  run: (within, { surveyId, sourceId }) => within((ctx) => compareResponses(ctx, { surveyId, sourceId } as Whole)),
}

/** Every hour, each survey and source that something came to. One at a time, each in a transaction of its own. */
const compareAll: Job = {
  name: 'compare what came',
  everySeconds: 3600,
  async run(within) {
    const wholes = await within(async (ctx) => {
      await forgetChallenges(ctx.db, ctx.now)
      return listToCompare(ctx.db)
    })
    for (const whole of wholes) await within((ctx) => compareResponses(ctx, whole))
  },
}

export const jobs: readonly Job[] = [compareOne, compareAll]

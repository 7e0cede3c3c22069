import type { Job } from '#platform/jobs.ts'
import { hasWork } from './actions/find-due.ts'
import { askToLearn, keepUp, learning } from './actions/keep-up.ts'
import { findModel } from './queries/models.ts'
import { countDecided, listFramesInUse } from './queries/standing.ts'
import { dropOvertaken } from './queries/suggestions.ts'

const learnOne: Job = {
  name: learning,
  run: (within, { frameId, asked }) => keepUp(within, { frameId: String(frameId), asked: asked === true }),
}

/** Every five minutes each frame in use: is there anything to learn, to suggest or to test? */
const look: Job = {
  name: 'look for what to learn',
  everySeconds: 300,
  async run(within) {
    for (const frameId of await within(({ db }) => listFramesInUse(db)))
      await within(async (ctx) => ((await hasWork(ctx, frameId)) ? askToLearn(ctx, frameId, { asked: false }) : undefined))
  },
}

/** Every hour: suggestions for words that were taken back or redacted go, and what learned from words that were taken back learns anew. */
const forget: Job = {
  name: 'forget overtaken suggestions',
  everySeconds: 3600,
  async run(within) {
    await within(({ db }) => dropOvertaken(db))
    for (const frameId of await within(({ db }) => listFramesInUse(db)))
      await within(async (ctx) => {
        const model = await findModel(ctx.db, frameId)
        if (model && (await countDecided(ctx.db, frameId)) < model.comments) await askToLearn(ctx, frameId, { asked: true })
      })
  },
}

export const jobs: readonly Job[] = [learnOne, look, forget]

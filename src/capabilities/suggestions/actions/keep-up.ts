import type { Context } from '#platform/context.ts'
import { addJob, type Within } from '#platform/jobs.ts'
import { isToTest } from '../model.ts'
import { findModel, keepTest, readLearned } from '../queries/models.ts'
import { goOnWaiting } from '../queries/progress.ts'
import { takeTurn } from '../queries/standing.ts'
import { untested } from '../tested.ts'
import { findAlike, proposeNewThemes } from './compare-words.ts'
import { hasWork, isFrameDue, noteUse } from './find-due.ts'
import { handOverExamples, learnFrame, readDefinitions } from './learn-frame.ts'
import { type Learner, LearningFault, openLearner } from './open-learner.ts'
import { type Progress, sayProgress } from './say-progress.ts'
import { suggestComments } from './suggest-comments.ts'

/** The name of the job that learns one frame and suggests with it. */
export const learning = 'learn and suggest'

/** Ask for it. Asked twice before it is done, it is done once. */
export const askToLearn = (ctx: Context, frameId: string, { asked, later }: { asked: boolean; later?: number }) =>
  addJob(
    ctx,
    learning,
    { frameId, asked },
    { key: `${asked ? 'learn' : 'keep up'} ${frameId}`, runAt: later === undefined ? null : new Date(ctx.now.getTime() + later) },
  )

const later = 20_000

async function waitForTurn(ctx: Context, frameId: string, asked: boolean) {
  await goOnWaiting(ctx.db, frameId, ctx.now)
  await askToLearn(ctx, frameId, { asked, later })
}

/**
 * Learn a frame where that is due or somebody asked, suggest for every comment that has no suggestion yet, and test what was learned. One
 * frame at a time in the whole installation; a frame whose turn it is not comes again in twenty seconds. Every step that is done stays done.
 */
export const keepUp = (within: Within, { frameId, asked }: { frameId: string; asked: boolean }) =>
  within(async (ctx) => {
    // The turn lasts as long as this transaction. It writes nothing meanwhile, so nobody waits for it: each step has a transaction of its own.
    if (!(await takeTurn(ctx.db))) return waitForTurn(ctx, frameId, asked)
    const progress = sayProgress(within, frameId)
    if (!asked && !(await within((now) => hasWork(now, frameId)))) return progress.end(false)
    const learner = openLearner()
    try {
      await work(within, learner, { frameId, asked }, progress)
      await progress.end(false)
    } catch (error) {
      await progress.end(error instanceof LearningFault)
      if (!(error instanceof LearningFault)) throw error
      ctx.log.warn({ job: learning, fault: error.message }, 'a frame could not be learned')
    } finally {
      await learner.close()
    }
  })

async function work(within: Within, learner: Learner, { frameId, asked }: { frameId: string; asked: boolean }, progress: Progress) {
  if (asked) await within((ctx) => noteUse(ctx, frameId))
  const isToLearn = asked || (await within((ctx) => isFrameDue(ctx, frameId)))
  if (isToLearn) await learnFrame(within, learner, frameId, progress)
  const model = await within(({ db }) => findModel(db, frameId))
  if (!model) return

  const of = { frameId, modelId: model.id }
  if (!isToLearn) await learner.ask('load', await within(({ db }) => readLearned(db, model.id)))
  const looked = await suggestComments(within, learner, of, progress)
  if (looked > 0 || isToLearn) {
    await progress.begin('comparing')
    await findAlike(within, learner, of)
    await proposeNewThemes(within, learner, of)
  }
  if (isToTest(model)) await test(within, learner, of, { handOver: !isToLearn }, progress)
}

async function test(
  within: Within,
  learner: Learner,
  { frameId, modelId }: { frameId: string; modelId: string },
  { handOver }: { handOver: boolean },
  progress: Progress,
) {
  await progress.begin('testing')
  const { definitions, themeIds } = await readDefinitions(within, frameId)
  if (handOver) await handOverExamples(within, learner, frameId, themeIds)
  const found = (await learner.ask('test', definitions, progress.going)) ?? untested
  await within((ctx) => keepTest(ctx.db, modelId, { ...found, tested_at: ctx.now.toISOString() }))
}

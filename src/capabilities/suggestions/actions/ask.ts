import { findFrame, listThemes } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayAskForSuggestions } from '../policy.ts'
import { addBatches, type Part } from '../queries/batches.ts'
import { saveProgress } from '../queries/progress.ts'
import { askToLearn } from './keep-up.ts'

async function begin(ctx: Context, frameId: string) {
  await saveProgress(ctx.db, ctx.commissioner.id, frameId, { step: 'waiting', done: 0, total: null, seenAt: ctx.now })
}

async function checkFrame(ctx: Context, frameId: string) {
  allowOnly(mayAskForSuggestions(ctx.actor))
  const frame = await findFrame(ctx.db, frameId)
  refuseIf(
    (await listThemes(ctx.db, frame.id)).length === 0,
    'This frame has no themes yet, so there is nothing to suggest. Add a theme first.',
  )
}

/** Learn from what was coded up to now, without waiting until enough was. */
export async function learnNow(ctx: Context, frameId: string) {
  await checkFrame(ctx, frameId)
  await askToLearn(ctx, frameId, { asked: true })
  await begin(ctx, frameId)
  await record(ctx, 'frame.learning-asked', frameId, {}, { publicPagesStay: true })
}

/** Suggest themes of this frame for more surveys or sources, coded or not. */
export async function suggestThere(ctx: Context, frameId: string, parts: readonly Part[]) {
  await checkFrame(ctx, frameId)
  await addBatches(ctx.db, ctx.commissioner.id, { frameId, parts, askedBy: staffId(ctx.actor), askedAt: ctx.now })
  await askToLearn(ctx, frameId, { asked: false })
  await begin(ctx, frameId)
  await record(ctx, 'frame.suggestions-asked', frameId, { of: parts.map(({ id }) => id) }, { publicPagesStay: true })
}

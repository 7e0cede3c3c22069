import { findFrame, listThemes } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { isDue } from '../due.ts'
import { isToTest } from '../model.ts'
import { addBatches, listNewlyUsed } from '../queries/batches.ts'
import { countUnseen } from '../queries/comments.ts'
import { findModel } from '../queries/models.ts'
import { findProgress } from '../queries/progress.ts'
import { countDecided } from '../queries/standing.ts'

/** Whether a frame is to be learned now. */
export async function isFrameDue(ctx: Context, frameId: string): Promise<boolean> {
  const progress = await findProgress(ctx.db, frameId)
  return isDue({
    now: ctx.now,
    coded: await countDecided(ctx.db, frameId),
    frameVersion: (await findFrame(ctx.db, frameId)).version,
    themes: (await listThemes(ctx.db, frameId)).length,
    model: await findModel(ctx.db, frameId),
    failedAt: progress?.step === 'failed' ? progress.seenAt : null,
  })
}

/** Whether there is anything to do for a frame: to learn, to suggest for what came since, or to test what was learned. */
export async function hasWork(ctx: Context, frameId: string): Promise<boolean> {
  await noteUse(ctx, frameId)
  if (await isFrameDue(ctx, frameId)) return true
  const model = await findModel(ctx.db, frameId)
  if (!model || (await findProgress(ctx.db, frameId))?.step === 'failed') return false
  return isToTest(model) || (await countUnseen(ctx.db, frameId, model.id)) > 0
}

/** Note where comments were decided about with a frame: there it suggests. */
export async function noteUse(ctx: Context, frameId: string) {
  const parts = await listNewlyUsed(ctx.db, frameId)
  await addBatches(ctx.db, ctx.commissioner.id, { frameId, parts, askedBy: null, askedAt: ctx.now })
}

import { findFrame } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayCode } from '../policy.ts'
import { lockComment } from '../queries/codings.ts'
import { findReadableComment } from '../queries/comments.ts'
import { finishComments } from '../queries/finished.ts'
import { findCoder } from './find-coder.ts'
import { keepAct } from './keep-act.ts'

/**
 * Decide that all this coder has to say of a comment with a frame is said: what they coded is all, or no theme fits.
 * False where they had decided before; then nothing changes.
 */
export async function finishComment(
  ctx: Context,
  { contributionId, frameId }: { contributionId: string; frameId: string },
): Promise<boolean> {
  allowOnly(mayCode(ctx.actor))
  const frame = await findFrame(ctx.db, frameId)
  await findReadableComment(ctx.db, contributionId)
  await lockComment(ctx.db, contributionId)
  const coderId = await findCoder(ctx)
  const [finished] = await finishComments(ctx.db, ctx.commissioner.id, {
    frameId: frame.id,
    coderId,
    contributionIds: [contributionId],
    finishedAt: ctx.now,
  })
  if (!finished) return false
  await keepAct(ctx, { coderId, contributionId, frameId: frame.id, finished: [contributionId] })
  await record(ctx, 'contribution.coding-finished', contributionId, { frame: frame.id }, { publicPagesStay: true })
  return true
}

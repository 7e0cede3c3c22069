import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayCode } from '../policy.ts'
import { findCoding, insertRemovals, lockComment } from '../queries/codings.ts'
import { asSpine } from '../queries/spine.ts'
import { findCoder } from './find-coder.ts'
import { keepAct } from './keep-act.ts'

/** Take a theme off some words again. The coding is kept as something that was, and no longer counts. */
export async function removeCoding(ctx: Context, contributionId: string, codingId: string) {
  allowOnly(mayCode(ctx.actor))
  await lockComment(ctx.db, contributionId)
  const { coding, frameId } = await findCoding(ctx.db, { contributionId, id: codingId, reader: staffId(ctx.actor) })
  await insertRemovals(ctx.db, ctx.commissioner.id, [coding.id], { removedBy: staffId(ctx.actor), at: ctx.now })
  await keepAct(ctx, { coderId: await findCoder(ctx), contributionId, frameId, removed: [coding.id] })
  await record(
    ctx,
    'contribution.coding-removed',
    contributionId,
    { coding: codingId, theme: coding.theme_id },
    { rows: [asSpine(coding)] },
  )
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayCode } from '../policy.ts'
import { findCoding, insertRemoval, lockComment } from '../queries/codings.ts'
import { asSpine } from '../queries/spine.ts'

/** Take a theme off some words again. The coding is kept as something that was, and no longer counts. */
export async function removeCoding(ctx: Context, contributionId: string, codingId: string) {
  allowOnly(mayCode(ctx.actor))
  await lockComment(ctx.db, contributionId)
  const coding = await findCoding(ctx.db, contributionId, codingId)
  await insertRemoval(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    coding_id: codingId,
    removed_by: staffId(ctx.actor),
    removed_at: ctx.now,
  })
  await record(
    ctx,
    'contribution.coding-removed',
    contributionId,
    { coding: codingId, theme: coding.theme_id },
    { rows: [asSpine(coding)] },
  )
}

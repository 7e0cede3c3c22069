import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayWithhold } from '../policy.ts'
import { findWithholding, findWords, insertWithholding, insertWithholdingLift } from '../queries/withhold.ts'

/** Take a contribution out of sight: of the public, or of everyone. */
export async function withhold(
  ctx: Context,
  contributionId: string,
  { audience, reason }: { audience: 'public' | 'everyone'; reason: string },
) {
  allowOnly(mayWithhold(ctx.actor))
  await findWords(ctx.db, contributionId)
  const id = newId()
  await insertWithholding(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    id,
    contribution_id: contributionId,
    audience,
    reason,
    withheld_by: staffId(ctx.actor),
    withheld_at: ctx.now,
  })
  await record(ctx, 'contribution.withheld', contributionId, { withholding: id, audience })
  return id
}

/** Let it be read again by those who could before. */
export async function liftWithholding(ctx: Context, withholdingId: string, { reason }: { reason: string }) {
  allowOnly(mayWithhold(ctx.actor))
  const withholding = await findWithholding(ctx.db, withholdingId)
  if (!withholding) throw new NotFound(`withholding ${withholdingId}`)
  await insertWithholdingLift(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    withholding_id: withholdingId,
    reason,
    lifted_by: staffId(ctx.actor),
    lifted_at: ctx.now,
  })
  await record(ctx, 'contribution.shown-again', withholding.contributionId, { withholding: withholdingId, audience: withholding.audience })
}

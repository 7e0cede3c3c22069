import { type Context, staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { findHeld, insertRelease } from '../queries/held.ts'

/** Let words that waited for someone on duty be read like any others. Whoever calls has made sure that they were seen. */
export async function releaseHeld(ctx: Context, contributionId: string) {
  await findHeld(ctx.db, contributionId)
  await insertRelease(ctx.db, ctx.commissioner.id, { contributionId, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'contribution.released', contributionId)
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { maySetAside } from '../policy.ts'
import { findSetAside, findStanding, insertExclusion, insertExclusionLift, insertWithdrawal } from '../queries/standing.ts'

/**
 * Take a response back, as whoever gave it may: from now on nobody reads or counts it. `replacedBy` is the response that stands in its place.
 * Whoever calls has made sure that the person may.
 */
export async function withdrawResponse(ctx: Context, responseId: string, { replacedBy = null }: { replacedBy?: string | null } = {}) {
  await findStanding(ctx.db, responseId)
  // To the hour, for who gave an anonymous response might be told by the minute it was taken back.
  const at = new Date(Math.floor(ctx.now.getTime() / 3_600_000) * 3_600_000)
  refuseIf(
    !(await insertWithdrawal(ctx.db, ctx.commissioner.id, { responseId, replacedBy, at })),
    'These answers were changed or taken back a moment ago',
  )
  await record(ctx, 'response.withdrawn', responseId, { ...(replacedBy && { replacedBy }) })
}

/** Leave a response out of every count and every reader's sight, for a reason. It is kept, and can be taken back in. */
export async function setAsideResponse(ctx: Context, responseId: string, reason: string) {
  allowOnly(maySetAside(ctx.actor))
  const standing = await findStanding(ctx.db, responseId)
  refuseIf(standing.set_aside, 'This response is set aside already')
  await insertExclusion(ctx.db, ctx.commissioner.id, { id: newId(), responseId, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'response.set-aside', responseId)
}

/** Count it again. */
export async function takeBackIn(ctx: Context, responseId: string, reason: string) {
  allowOnly(maySetAside(ctx.actor))
  const exclusion = await findSetAside(ctx.db, responseId)
  if (!exclusion) throw new NotFound('This response is not set aside')
  await insertExclusionLift(ctx.db, ctx.commissioner.id, { exclusionId: exclusion.id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'response.taken-back-in', responseId)
}

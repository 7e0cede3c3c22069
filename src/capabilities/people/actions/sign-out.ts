import type { Context, Staff } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { hashOf } from '#platform/ids.ts'
import type { As } from '#platform/web.tsx'
import { endEverySession, endSession } from '../queries/accounts.ts'
import { findMember } from '../queries/members.ts'

/** End the session with this secret. */
export async function signOut(ctx: Context, secret: string) {
  await endSession(ctx.db, hashOf(secret), ctx.now)
  if (ctx.actor.kind === 'staff' && ctx.actor.roles.length > 0)
    await record(ctx, 'membership.signed-out', ctx.actor.id, {}, { publicPagesStay: true })
}

/** End every session of one's own account, at every commissioner, and spend the links not yet opened. */
export async function signOutEverywhere(ctx: As<Staff>) {
  const { accountId } = await findMember(ctx.db, ctx.actor.id)
  await endEverySession(ctx.db, accountId, ctx.now)
  await record(ctx, 'membership.signed-out-everywhere', ctx.actor.id, {}, { publicPagesStay: true })
}

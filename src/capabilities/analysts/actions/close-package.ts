import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayMakePackages } from '../policy.ts'
import { findPackage, insertClosure } from '../queries/packages.ts'

/** Take the analyst's access back before its end, for a reason. */
export async function closePackage(ctx: Context, id: string, reason: string) {
  allowOnly(mayMakePackages(ctx.actor))
  const pack = await findPackage(ctx.db, id)
  refuseIf(pack.closure !== null, 'Access was taken back already')
  await insertClosure(ctx.db, ctx.commissioner.id, { id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'analysis-package.taken-back', id, {}, { publicPagesStay: true })
}

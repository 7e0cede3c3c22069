import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayMakeFindings } from '../policy.ts'
import { findFinding, insertWithdrawal } from '../queries/findings.ts'

/** Take a claim back. The finding stays to be read, with the reason. */
export async function withdrawFinding(ctx: Context, findingId: string, { reason }: { reason: string }) {
  allowOnly(mayMakeFindings(ctx.actor))
  const finding = await findFinding(ctx.db, findingId)
  refuseIf(finding.withdrawal !== null, 'This finding is withdrawn already')
  await insertWithdrawal(ctx.db, ctx.commissioner.id, findingId, { reason, withdrawnBy: staffId(ctx.actor), withdrawnAt: ctx.now })
  await record(ctx, 'finding.withdrawn', findingId)
}

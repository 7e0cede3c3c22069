import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { hasHold, insertHold } from '../queries/held.ts'
import { findReadable } from '../queries/read.ts'

/** Keep words that can be read from every reader, until someone on duty has seen them. Whoever calls has made sure that the person may. */
export async function holdContribution(ctx: Context, contributionId: string, reason: string) {
  await findReadable(ctx.db, contributionId)
  refuseIf(await hasHold(ctx.db, contributionId), 'Someone on duty has seen these words already. You can withhold them')
  await insertHold(ctx.db, ctx.commissioner.id, { contributionId, reason, at: ctx.now })
  await record(ctx, 'contribution.held', contributionId)
}

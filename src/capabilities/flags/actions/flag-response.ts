import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { newBlindId } from '#platform/ids.ts'
import type { Doubt } from '../arrival.ts'
import { insertFlags } from '../queries/flags.ts'

/** Keep what was odd about how this response came, for a person to look at. It counts like any other. */
export async function flagResponse(ctx: Context, responseId: string, doubts: readonly Doubt[]) {
  if (doubts.length === 0) return
  const raisedAt = new Date(Math.floor(ctx.now.getTime() / 3_600_000) * 3_600_000)
  // Neither the id nor the moment may tell more of when it came than an anonymous response does itself.
  await insertFlags(ctx.db, ctx.commissioner.id, [
    { id: newBlindId(), responseId, kind: 'robot', signs: doubts, groupId: null, contributionId: null, raisedAt },
  ])
  await record(ctx, 'response.flagged', responseId, { signs: [...doubts] }, { publicPagesStay: true })
}

import type { Consultation } from '#capabilities/consultations'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayInvite } from '../policy.ts'
import { insertWithdrawal } from '../queries/batches.ts'
import { findOpenBatch } from './invite.ts'

/** Take back a batch: what was not used works no longer, and what was not mailed is not mailed. Answers that were given stay. */
export async function withdrawBatch(ctx: Context, { surveyId }: Consultation, id: string, reason: string) {
  allowOnly(mayInvite(ctx.actor))
  const { made, used } = await findOpenBatch(ctx, surveyId, id)
  await insertWithdrawal(ctx.db, ctx.commissioner.id, { batchId: id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'invitation-batch.withdrawn', id, { survey: surveyId, unused: made - used }, { publicPagesStay: true })
}

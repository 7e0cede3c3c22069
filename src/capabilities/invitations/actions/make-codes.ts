import type { Consultation } from '#capabilities/consultations'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { hashOf, newBlindId, newId } from '#platform/ids.ts'
import { newCode, plainSecret } from '../code.ts'
import { newKey } from '../mark.ts'
import { mayInvite } from '../policy.ts'
import { keyOf } from '../queries/asking.ts'
import { insertBatch } from '../queries/batches.ts'
import { insertInvitations } from '../queries/invitations.ts'
import { refuseUnlessInvited } from './invite.ts'

/** Make codes for a group. They are given back this once, and kept only as hashes. */
export async function makeCodes(
  ctx: Context,
  consultation: Consultation,
  { name, count }: { name: string; count: number },
): Promise<{ id: string; codes: string[] }> {
  allowOnly(mayInvite(ctx.actor))
  refuseUnlessInvited(ctx, consultation)
  const { surveyId } = consultation
  const id = newId()
  const codes = new Set<string>()
  while (codes.size < count) codes.add(newCode())
  await insertBatch(ctx.db, { commissionerId: ctx.commissioner.id, id, surveyId, name, way: 'codes', by: staffId(ctx.actor), at: ctx.now })
  // A survey with a key is one that is tidied when it closes.
  await keyOf(ctx.db, ctx.commissioner.id, surveyId, newKey())
  const secrets = [...codes].map((code) => ({ id: newBlindId(), surveyId, batchId: id, secretHash: hashOf(plainSecret(code)) }))
  await insertInvitations(ctx.db, ctx.commissioner.id, secrets)
  await record(ctx, 'invitation-batch.made', id, { survey: surveyId, codes: count }, { publicPagesStay: true })
  return { id, codes: [...codes] }
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { type Correctable, correctedParts } from '../correction.ts'
import { mayRunConsultations } from '../policy.ts'
import { insertCorrections } from '../queries/course.ts'
import { findConsultation } from '../queries/find.ts'
import { findProposal, putProposal } from '../queries/proposals.ts'
import { updateWays, updateWords } from '../queries/write.ts'

/** Put the words of a published page right. Everyone reads what changed, when, why, and what it said before. */
export async function correctConsultation(ctx: Context, id: string, { reason, ...input }: Partial<Correctable> & { reason: string }) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(consultation.publication === null, 'This is a draft: change it as you like, nobody has read it')
  const proposal = await findProposal(ctx.db, id)
  const before = { ...consultation, ...proposal }
  const parts = correctedParts(before, { ...before, ...input })
  refuseIf(parts.length === 0, 'Nothing is different from what it says now, so there is nothing to correct')

  await updateWords(ctx.db, { ...consultation, ...input })
  await updateWays(ctx.db, { ...consultation, ...input })
  await putProposal(ctx.db, ctx.commissioner.id, id, { ...proposal, ...input })
  await insertCorrections(
    ctx.db,
    { commissionerId: ctx.commissioner.id, consultationId: id, by: staffId(ctx.actor) },
    parts.map((changed) => ({ ...changed, reason, at: ctx.now })),
  )
  await record(ctx, 'consultation.corrected', id, { parts: parts.map(({ part }) => part) })
}

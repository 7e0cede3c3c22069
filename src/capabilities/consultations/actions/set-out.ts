import type { Context } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayRunConsultations } from '../policy.ts'
import { findConsultation } from '../queries/find.ts'
import { findProposal, putProposal } from '../queries/proposals.ts'
import { updateWays } from '../queries/write.ts'
import type { SetOut } from '../section.ts'

/** Set out some of a draft's proposal; what is not named stays as it is. */
export async function setOutProposal(ctx: Context, id: string, input: SetOut) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(consultation.publication !== null, 'It is published, so people rely on what it says. Correct it, with a reason, instead.')
  await updateWays(ctx.db, { ...consultation, ...input })
  await putProposal(ctx.db, ctx.commissioner.id, id, { ...(await findProposal(ctx.db, id)), ...input })
  await record(ctx, 'consultation.changed', id, { parts: Object.keys(input) }, { publicPagesStay: true })
}

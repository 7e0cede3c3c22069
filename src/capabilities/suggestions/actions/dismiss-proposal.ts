import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayAskForSuggestions } from '../policy.ts'
import { findProposal, insertDismissal } from '../queries/proposals.ts'

/** This is no theme: neither it nor its like is proposed again. */
export async function dismissProposal(ctx: Context, frameId: string, proposalId: string) {
  allowOnly(mayAskForSuggestions(ctx.actor))
  const proposal = await findProposal(ctx.db, frameId, proposalId)
  const fresh = await insertDismissal(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    proposal_id: proposal.id,
    dismissed_by: staffId(ctx.actor),
    dismissed_at: ctx.now,
  })
  if (fresh) await record(ctx, 'frame.proposal-dismissed', frameId, { proposal: proposal.id }, { publicPagesStay: true })
}

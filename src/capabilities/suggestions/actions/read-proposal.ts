import { findFrame } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { findProposal, listProposalWords } from '../queries/proposals.ts'

const most = 20

/** Open a proposed theme with the words it rests on, twenty comments at most. Whoever reads them leaves a mark. */
export async function readProposal(ctx: Context, at: { frame: string; proposal: string }) {
  const frame = await findFrame(ctx.db, at.frame)
  const proposal = await findProposal(ctx.db, frame.id, at.proposal)
  const comments = await listProposalWords(ctx.db, proposal.id, most)
  const contributions = comments.map(({ id }) => id)
  // The history of the frame is kept for what changed, so the reading is written under the commissioner.
  if (contributions.length > 0)
    await record(
      ctx,
      'contributions.read',
      ctx.commissioner.id,
      { frame: frame.id, count: contributions.length, contributions },
      { publicPagesStay: true },
    )
  return { frame, proposal, comments }
}

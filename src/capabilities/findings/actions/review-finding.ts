import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayReview } from '../policy.ts'
import { findFinding, insertReview } from '../queries/findings.ts'

export interface NewReview {
  outcome: 'agreed' | 'changes'
  note?: string
}

/** Hold a finding against the words and the numbers, as somebody who did not make it: agree, or ask for changes. */
export async function reviewFinding(ctx: Context, findingId: string, { outcome, note = '' }: NewReview) {
  const finding = await findFinding(ctx.db, findingId)
  allowOnly(mayReview(ctx.actor, finding))
  refuseIf(finding.withdrawal !== null, 'This finding was withdrawn, so there is nothing to review')
  refuseIf(finding.publication !== null, 'This finding is published, so it cannot be reviewed again. It can be withdrawn')
  const review = { id: newId(), outcome, note, reviewedBy: staffId(ctx.actor), reviewedAt: ctx.now }
  await insertReview(ctx.db, ctx.commissioner.id, findingId, review)
  await record(ctx, 'finding.reviewed', findingId, { outcome, review: review.id }, { publicPagesStay: true })
}

import { findingsById } from '#capabilities/findings'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { mayDraft } from '../policy.ts'
import { insertPutFinding, insertRemoval, isPut, wasPut } from '../queries/answers.ts'
import { findDecisionToChange } from '../queries/decisions.ts'
import { refuseOncePublished } from './draft-decision.ts'

/** Put a finding to a decision, which must then answer it. */
export async function putFinding(ctx: Context, { decisionId, findingId }: { decisionId: string; findingId: string }) {
  allowOnly(mayDraft(ctx.actor))
  refuseOncePublished(await findDecisionToChange(ctx.db, decisionId))
  const [finding] = await findingsById(ctx.db, [findingId])
  if (!finding) throw new NotFound(`finding ${findingId}`)
  refuseIf(finding.withdrawal !== null, 'This finding was withdrawn, so it cannot be put to a decision')
  refuseIf(await isPut(ctx.db, decisionId, findingId), 'This finding is put to the decision already')
  refuseIf(await wasPut(ctx.db, decisionId, findingId), 'This finding was taken off the decision, and cannot be put to it again')
  await insertPutFinding(ctx.db, ctx.commissioner.id, { decisionId, findingId, putBy: staffId(ctx.actor), putAt: ctx.now })
  await record(ctx, 'decision.widened', decisionId, { finding: findingId }, { publicPagesStay: true })
}

/** Take a finding off a draft. What was answered to it is kept, and no longer counts. */
export async function takeOffFinding(
  ctx: Context,
  { decisionId, findingId, reason }: { decisionId: string; findingId: string; reason: string },
) {
  allowOnly(mayDraft(ctx.actor))
  refuseOncePublished(await findDecisionToChange(ctx.db, decisionId))
  if (!(await isPut(ctx.db, decisionId, findingId))) throw new NotFound('finding of this decision')
  await insertRemoval(ctx.db, ctx.commissioner.id, { decisionId, findingId, reason, removedBy: staffId(ctx.actor), removedAt: ctx.now })
  await record(ctx, 'decision.narrowed', decisionId, { finding: findingId }, { publicPagesStay: true })
}

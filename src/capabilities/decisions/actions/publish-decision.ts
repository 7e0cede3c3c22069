import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { whyNotPublish } from '../decision.ts'
import { mayPublish } from '../policy.ts'
import { findDecisionToChange, insertPublication } from '../queries/decisions.ts'
import { listPutFindings } from '../queries/put-findings.ts'

/** Publish a decision that answers every finding put to it. From then on it stands, and those who spoke are told. */
export async function publishDecision(ctx: Context, decisionId: string) {
  allowOnly(mayPublish(ctx.actor))
  const decision = await findDecisionToChange(ctx.db, decisionId)
  const findings = await listPutFindings(ctx, decisionId)
  const [refusal] = whyNotPublish(decision, findings)
  if (refusal) throw new Refused(refusal)

  await insertPublication(ctx.db, ctx.commissioner.id, decisionId, { publishedBy: staffId(ctx.actor), publishedAt: ctx.now })
  await record(ctx, 'decision.published', decisionId, { answers: findings.map(({ answer }) => answer?.id ?? null) })
  await ctx.slots.onDecisionPublished(ctx, decisionId)
}

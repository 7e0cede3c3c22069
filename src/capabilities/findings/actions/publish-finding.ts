import { consultationOfSurvey, isClosed } from '#capabilities/consultations'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { Finding } from '../finding.ts'
import { mayPublishFindings } from '../policy.ts'
import { findFinding, insertPublication } from '../queries/findings.ts'

/** Show a finding to everyone. */
export async function publishFinding(ctx: Context, findingId: string) {
  allowOnly(mayPublishFindings(ctx.actor))
  const finding = await findFinding(ctx.db, findingId)
  const refusal = await whyNotPublishFinding(ctx, finding)
  if (refusal) throw new Refused(refusal)
  await insertPublication(ctx.db, ctx.commissioner.id, findingId, { publishedBy: staffId(ctx.actor), publishedAt: ctx.now })
  await record(ctx, 'finding.published', findingId)
}

/** Why a finding cannot be published now; null when it can. */
export async function whyNotPublishFinding(ctx: Pick<Context, 'db' | 'today'>, finding: Finding): Promise<string | null> {
  if (finding.withdrawal) return 'This finding was withdrawn, so it cannot be published'
  if (finding.publication) return 'This finding is published already'
  const latest = finding.reviews.at(-1)
  if (!latest) return 'Somebody who did not make this finding must review it first'
  if (latest.outcome === 'changes') return 'The reviewer asked for changes: make a changed finding, or have this one reviewed again'
  const consultation = finding.surveyId === null ? null : await consultationOfSurvey(ctx.db, finding.surveyId)
  if (consultation && !isClosed(consultation, ctx.today))
    return 'You can publish it when the consultation is closed: people can still respond'
  return null
}

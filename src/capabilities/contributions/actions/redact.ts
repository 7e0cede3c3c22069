import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { mayWithhold } from '../policy.ts'
import { findRedaction, findWords, insertRedactionLift, insertRedactions } from '../queries/withhold.ts'
import { isWithin, placesOf, type Span } from '../redaction.ts'

/** Take words out of sight by their places: start inclusive, end exclusive, in code points of the stored words. */
export async function redact(ctx: Context, contributionId: string, { spans, reason }: { spans: readonly Span[]; reason: string }) {
  allowOnly(mayWithhold(ctx.actor))
  const { words } = await findWords(ctx.db, contributionId)
  refuseIf(spans.length === 0 || !spans.every((span) => isWithin(words ?? '', span)), 'Those words are not in this comment')

  const rows = spans.map(({ startAt, endAt }) => ({
    commissioner_id: ctx.commissioner.id,
    id: newId(),
    contribution_id: contributionId,
    start_at: startAt,
    end_at: endAt,
    reason,
    redacted_by: staffId(ctx.actor),
    redacted_at: ctx.now,
  }))
  await insertRedactions(ctx.db, rows)
  await record(ctx, 'contribution.redacted', contributionId, { redactions: rows.map(({ id }) => id) })
}

/** Take these words out of sight wherever they stand in the contribution. Returns how many times they did. */
export async function redactWords(ctx: Context, contributionId: string, { words, reason }: { words: string; reason: string }) {
  allowOnly(mayWithhold(ctx.actor))
  const spans = placesOf((await findWords(ctx.db, contributionId)).words ?? '', words.normalize('NFC'))
  await redact(ctx, contributionId, { spans, reason })
  return spans.length
}

/** Let redacted words be read again. */
export async function liftRedaction(ctx: Context, redactionId: string, { reason }: { reason: string }) {
  allowOnly(mayWithhold(ctx.actor))
  const redaction = await findRedaction(ctx.db, redactionId)
  if (!redaction) throw new NotFound(`redaction ${redactionId}`)
  await insertRedactionLift(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    redaction_id: redactionId,
    reason,
    lifted_by: staffId(ctx.actor),
    lifted_at: ctx.now,
  })
  await record(ctx, 'contribution.unredacted', redaction.contributionId, { redaction: redactionId })
}

import { moveClosing, tellWaiting } from '#capabilities/drafts'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { isClosed } from '../consultation.ts'
import type { ClosureInput } from '../forms.ts'
import { mayRunConsultations } from '../policy.ts'
import { findConsultation } from '../queries/find.ts'
import { insertClosure } from '../queries/write.ts'

/** Stop taking answers before the last day, for a reason that everyone can read. Whoever had begun to answer is told. */
export async function closeConsultation(ctx: Context, id: string, { reason }: ClosureInput) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(consultation.publication === null, 'This consultation is a draft: there is nothing to close')
  refuseIf(isClosed(consultation, ctx.today), 'This consultation is already closed')
  await insertClosure(ctx.db, ctx.commissioner.id, consultation.id, { reason, at: ctx.now, by: staffId(ctx.actor) })
  await moveClosing(ctx, consultation.surveyId, ctx.today)
  await tellWaiting(ctx, consultation.surveyId, {
    subject: `Closed early: ${consultation.title}`,
    body: `You began to answer “${consultation.title}”. It closed today, so you can no longer send your answers. We are sorry.\n\nWhy it closed: ${reason}`,
  })
  await record(ctx, 'consultation.closed', consultation.id)
}

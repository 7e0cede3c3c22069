import { moveClosing, tellWaiting } from '#capabilities/drafts'
import { formatDate } from '#design'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { addDays } from '#platform/time.ts'
import { isClosed } from '../consultation.ts'
import { mayRunConsultations } from '../policy.ts'
import { insertExtension } from '../queries/course.ts'
import { findConsultation } from '../queries/find.ts'
import { findProposal } from '../queries/proposals.ts'

/** Give people more time, for a reason that everyone reads; whoever saved answers is told. What hangs on the last day moves with it, by as many days. */
export async function extendConsultation(ctx: Context, id: string, { closesOn, reason }: { closesOn: string; reason: string }) {
  allowOnly(mayRunConsultations(ctx.actor))
  const consultation = await findConsultation(ctx.db, id)
  refuseIf(consultation.publication === null, 'This is a draft: change its dates instead')
  refuseIf(isClosed(consultation, ctx.today), 'It is closed, and people were told so. It cannot be extended now.')
  refuseIf(closesOn <= consultation.closesOn, 'The new last day must be later than the one people know')
  const { decidesFrom } = await findProposal(ctx.db, id)
  const later = (date: string | null) => date && addDays(date, daysBetween(consultation.closesOn, closesOn))
  await insertExtension(
    ctx.db,
    { commissionerId: ctx.commissioner.id, consultationId: id, by: staffId(ctx.actor) },
    {
      from: consultation.closesOn,
      to: closesOn,
      reason,
      at: ctx.now,
      feedbackDueOn: later(consultation.feedbackDueOn),
      decidesFrom: later(decidesFrom),
    },
  )
  await moveClosing(ctx, consultation.surveyId, closesOn)
  await tellWaiting(ctx, consultation.surveyId, {
    subject: `More time to answer: ${consultation.title}`,
    body: `You began to answer “${consultation.title}”. You now have until midnight at the end of ${formatDate(closesOn)}.\n\nWhy we gave more time: ${reason}`,
  })
  await record(ctx, 'consultation.extended', id, { from: consultation.closesOn, to: closesOn })
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

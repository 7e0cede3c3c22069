import { consultationOfSurvey } from '#capabilities/consultations'
import { withdrawResponse } from '#capabilities/contributions'
import { listConsents, withdrawConsent } from '#capabilities/people'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { whenIsIt } from '../entry.ts'
import { mayTakeOut } from '../policy.ts'
import { findEntry, insertWithdrawal, stands } from '../queries/entries.ts'

/** Undo an entry: it was typed twice, or into the wrong consultation. It counts no more, and stays in the record with the reason. */
export async function takeOutEntry(ctx: Context, id: string, { reason }: { reason: string }) {
  allowOnly(mayTakeOut(ctx.actor))
  const entry = await findEntry(ctx.db, id)
  const consultation = await consultationOfSurvey(ctx.db, entry.surveyId)
  const when = consultation && whenIsIt(consultation, ctx.today)
  refuseIf(
    when !== 'open' && when !== 'late',
    'Answers are no longer entered for this consultation, so none is taken out. Set it aside with a reason instead',
  )
  refuseIf(!(await stands(ctx.db, entry.responseId)), 'These answers were taken back already, by whoever gave them')
  await withdrawResponse(ctx, entry.responseId)
  for (const consent of await listConsents(ctx.db, { responseId: entry.responseId }))
    if (!consent.withdrawnAt) await withdrawConsent(ctx, consent.id)
  await insertWithdrawal(ctx.db, ctx.commissioner.id, { entryId: entry.id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'entry.taken-out', entry.id, { response: entry.responseId })
}

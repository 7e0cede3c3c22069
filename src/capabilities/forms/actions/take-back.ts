import { type Consultation, isOpen } from '#capabilities/consultations'
import { withdrawResponse } from '#capabilities/contributions'
import { listConsents, withdrawConsent } from '#capabilities/people'
import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'

/** Take answers back, as whoever holds their receipt may until the consultation closes. What was agreed to about them ends with them. */
export async function takeAnswersBack(visit: Context, consultation: Consultation, responseId: string) {
  const ctx = asAnyone(visit)
  refuseIf(!isOpen(consultation, ctx.today), 'You can no longer take your answers back')
  await withdrawResponse(ctx, responseId)
  await withdrawConsentsTo(ctx, responseId)
}

/** Nobody is told about answers that do not stand, nor are they quoted. */
export async function withdrawConsentsTo(ctx: Context, responseId: string) {
  for (const consent of await listConsents(ctx.db, { responseId })) if (!consent.withdrawnAt) await withdrawConsent(ctx, consent.id)
}

/** Whoever opened a link of theirs before they answered is nobody here: the history of a response must not say whose it is. */
export const asAnyone = (ctx: Context): Context => ({ ...ctx, actor: { kind: 'public' } })

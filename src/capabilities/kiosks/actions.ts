import { findConsultation } from '#capabilities/consultations'
import { isFirstSending, receiveResponse } from '#capabilities/contributions'
import { consentWordings, recordConsent } from '#capabilities/people'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newToken } from '#platform/ids.ts'
import type { KioskInput } from './forms.ts'
import type { Kiosk } from './kiosk.ts'
import { mayRunKiosks } from './policy.ts'
import { findKiosk, insertKiosk, insertRetirement } from './queries.ts'

/** Put up a kiosk. Its secret is shown once, in its address. */
export async function addKiosk(
  ctx: Context,
  { consultation: consultationId, name, place }: KioskInput,
): Promise<{ id: string; token: string }> {
  allowOnly(mayRunKiosks(ctx.actor))
  const consultation = await findConsultation(ctx.db, consultationId)
  refuseIf(consultation.publication === null, 'Publish the consultation first: until then there is nothing to answer')
  refuseIf(place !== null && !consultation.places.includes(place), 'Choose one of the places that the consultation asks about')
  const kiosk = { id: newId(), token: newToken() }
  await insertKiosk(ctx.db, {
    ...kiosk,
    commissionerId: ctx.commissioner.id,
    consultationId,
    name,
    place,
    by: staffId(ctx.actor),
    at: ctx.now,
  })
  await record(ctx, 'kiosk.added', kiosk.id, { consultation: consultationId }, { publicPagesStay: true })
  return kiosk
}

/** Take it down: its address leads nowhere from now on. */
export async function retireKiosk(ctx: Context, id: string, reason: string) {
  allowOnly(mayRunKiosks(ctx.actor))
  const kiosk = await findKiosk(ctx.db, id)
  refuseIf(kiosk.retirement !== null, 'This kiosk is taken down already')
  await insertRetirement(ctx.db, ctx.commissioner.id, { kioskId: id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'kiosk.retired', id, {}, { publicPagesStay: true })
}

interface Sent {
  kiosk: Kiosk
  version: SurveyVersion
  answers: readonly GivenAnswer[]
  sendingKey: string
  saidOn: string
  mayBeQuoted: boolean
}

/** Receive answers given at a kiosk, once, however often it sends them. Nobody says there who they are: the next person could read it. */
export async function receiveFromKiosk(ctx: Context, { kiosk, version, answers, sendingKey, saidOn, mayBeQuoted }: Sent) {
  if (!(await isFirstSending(ctx, `${kiosk.id} ${sendingKey}`))) return
  const { responseId } = await receiveResponse(ctx, { version, answers, channel: 'kiosk', place: kiosk.place, saidOn })
  if (mayBeQuoted) await recordConsent(ctx, { personId: null, responseId, purpose: 'be quoted', wording: consentWordings['be quoted'] })
}

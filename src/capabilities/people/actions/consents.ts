import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newBlindId, newId } from '#platform/ids.ts'
import type { As } from '#platform/web.tsx'
import type { Purpose } from '../consent.ts'
import { mayWithdrawConsents } from '../policy.ts'
import { findConsent, findConsentOf, insertConsent, insertWithdrawal } from '../queries/consents.ts'

const hour = 3_600_000

export interface ConsentInput {
  /** Empty where the response is anonymous. */
  personId?: string | null | undefined
  /** Empty for news. */
  responseId?: string | null | undefined
  purpose: Purpose
  /** The sentence they saw, word for word. */
  wording: string
}

/** Keep what someone agreed to, in the words they saw. It is part of a larger act, such as sending a response, and that act records itself. */
export async function recordConsent(ctx: Context, { personId = null, responseId = null, purpose, wording }: ConsentInput): Promise<string> {
  // Of someone we do not know, nothing is kept by which this could be matched to a moment, and so to a response or a visit.
  const id = personId ? newId() : newBlindId()
  const agreedAt = personId ? ctx.now : new Date(Math.floor(ctx.now.getTime() / hour) * hour)
  await insertConsent(ctx.db, { commissionerId: ctx.commissioner.id, id, personId, responseId, purpose, wording, agreedAt })
  return id
}

/** Take back what was agreed to; the next request to any page shows it. Withdrawing twice comes to the same. Find the consent through what the asker may see. */
export async function withdrawConsent(ctx: Context, consentId: string) {
  allowOnly(mayWithdrawConsents(ctx.actor))
  const consent = await findConsent(ctx.db, consentId)
  const isNew = await insertWithdrawal(ctx.db, { commissionerId: ctx.commissioner.id, consentId, at: ctx.now })
  if (isNew) await record(ctx, 'consent.withdrawn', consentId, { purpose: consent.purpose })
}

/** The same by the person themselves, for what they agreed to about themselves or about a response that is theirs. */
export async function withdrawOwnConsent(ctx: As<{ kind: 'person'; id: string }>, consentId: string) {
  await findConsentOf(ctx.db, ctx.actor.id, consentId)
  await withdrawConsent(ctx, consentId)
}

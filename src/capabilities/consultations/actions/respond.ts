import { receiveResponse } from '#capabilities/contributions'
import { addPerson, consentWordings, type Purpose, recordConsent } from '#capabilities/people'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { type Consultation, isOpen } from '../consultation.ts'
import type { Contact } from '../contact.ts'

interface Said {
  consultation: Consultation
  version: SurveyVersion
  answers: readonly GivenAnswer[]
  contact: Contact
}

/** Keep what someone said, and apart from it what they agreed to. Returns the code of their receipt. */
export async function respond(ctx: Context, { consultation, version, answers, contact }: Said): Promise<string> {
  refuseIf(!isOpen(consultation, ctx.today), 'This consultation is not open')
  const isMet = contact.name !== null || contact.email !== null
  const person = isMet ? await addPerson(ctx, { name: contact.name, email: contact.email }) : null
  const personId = person?.personId ?? null

  // Under the other promises nothing in the response itself says whose it is.
  const whose = version.promise === 'named' ? personId : null
  const { responseId, receipt } = await receiveResponse(ctx, { version, answers, channel: 'web', place: contact.place, personId: whose })
  const agree = (purpose: Purpose) => recordConsent(ctx, { personId, responseId, purpose, wording: consentWordings[purpose] })
  if (contact.wantsToBeTold) await agree('be told')
  if (contact.mayBeQuoted) await agree('be quoted')
  return receipt
}

import { receiveResponse } from '#capabilities/contributions'
import { addPerson, consentWordings, type Purpose, recordConsent } from '#capabilities/people'
import type { Context } from '#platform/context.ts'
import type { Contact } from '../contact.ts'

type Kept = Omit<Parameters<typeof receiveResponse>[1], 'personId' | 'place'> & {
  contact: Contact
}

/** Keep what someone said, by whatever channel it came, and apart from it what they agreed to. Gives the code of their receipt. */
export async function keepAnswers(ctx: Context, { contact, ...said }: Kept): Promise<{ responseId: string; receipt: string }> {
  const isMet = contact.name !== null || contact.email !== null
  const person = isMet ? await addPerson(ctx, { name: contact.name, email: contact.email }) : null
  const personId = person?.personId ?? null

  // Under the other promises nothing in the response itself says whose it is.
  const whose = said.version.promise === 'named' ? personId : null
  const { responseId, receipt } = await receiveResponse(ctx, { ...said, place: contact.place, personId: whose })
  const agree = (purpose: Purpose) => recordConsent(ctx, { personId, responseId, purpose, wording: consentWordings[purpose] })
  if (contact.wantsToBeTold) await agree('be told')
  if (contact.mayBeQuoted) await agree('be quoted')
  return { responseId, receipt }
}

import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { queueMessage } from '#platform/mail.ts'
import { consentWordings } from '../consent.ts'
import { findNewsReader } from '../queries/people.ts'
import { addPerson } from './add-person.ts'
import { type Asking, countAsking } from './ask-for-link.ts'
import { recordConsent } from './consents.ts'

/** Join the list for news. No news is sent before the address is confirmed, and nothing ties the list to a response. */
export async function joinNews(ctx: Context, asking: Asking) {
  if (!(await countAsking(ctx, asking))) return
  const { contactPointId } = (await findNewsReader(ctx.db, asking.email)) ?? (await addNewsReader(ctx, asking.email))
  await queueMessage(ctx, {
    kind: 'news',
    recipient: { kind: 'contact point', id: contactPointId },
    subject: `News from ${ctx.commissioner.name}: confirm your email address`,
    body: [
      'Someone asked us to send news to this address. If it was you, open this link to confirm it:',
      '[link]',
      'It works once, for 30 days. You can stop the news there at any time.',
      'If it was not you, you do not need to do anything. We send no news to an address that is not confirmed.',
    ].join('\n\n'),
    link: { kind: 'person link', subjectId: contactPointId },
  })
}

async function addNewsReader(ctx: Context, email: string) {
  const { personId, contactPointId } = await addPerson(ctx, { email })
  const consentId = await recordConsent(ctx, { personId, purpose: 'news', wording: consentWordings.news })
  await record(ctx, 'consent.given', consentId, { purpose: 'news' }, { publicPagesStay: true })
  return { contactPointId }
}

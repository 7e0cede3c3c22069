import { findConsultation } from '#capabilities/consultations'
import type { Capability } from '#platform/slots.ts'
import { emailOfRequest, forgetRequest, makeOwnLink } from './actions/ask-for-link.ts'
import { emailOfInvited, forgetWhoseLink, makeInvitationLink } from './actions/send-letter.ts'
import { jobs } from './jobs.ts'
import { paths } from './paths.ts'
import { deskRoutes } from './routes/desk.tsx'
import { publicRoutes } from './routes/public.tsx'

export { isInvitationGood, mistakeIn as mistakeInInvitation, useInvitation } from './actions/use-invitation.ts'
export { InvitationStep } from './pages/invitation-step.tsx'

const many = (count: unknown, one: string, others: string) => `${Number(count).toLocaleString('en-GB')} ${count === 1 ? one : others}`

export const invitations: Capability = {
  name: 'invitations',
  routes(web) {
    publicRoutes(web)
    deskRoutes(web)
  },
  jobs,
  mailLinks: [
    { kind: 'invitation', make: makeInvitationLink, sent: forgetWhoseLink },
    { kind: 'link to answer', make: makeOwnLink, sent: forgetRequest },
  ],
  recipients: [
    { kind: 'invited address', emailOf: emailOfInvited },
    { kind: 'link request', emailOf: emailOfRequest },
  ],
  neighbours: [
    {
      on: 'consultation',
      shell: 'desk',
      async links(ctx, id) {
        const { answering } = await findConsultation(ctx.db, id)
        if (answering === 'anyone') return []
        const hint = answering === 'invited' ? 'Codes and links for the people you ask' : 'How many asked for a link, and used it'
        return [{ text: 'Invitations', href: paths.list({ commissioner: ctx.commissioner.slug, id }), hint }]
      },
    },
  ],
  sentences: {
    'invitation-batch.made': ({ codes }) => `Made ${many(codes, 'code', 'codes')}`,
    'invitation-batch.mailed': ({ invited }) => `Invited ${many(invited, 'person', 'people')} by email`,
    'invitation-batch.withdrawn': ({ unused }) => `Took back ${many(unused, 'invitation', 'invitations')} that had not been used`,
    'invitation-batch.addresses-read': ({ count }) => `Looked at ${many(count, 'address', 'addresses')} that we could not reach`,
  },
}

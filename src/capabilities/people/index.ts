import type { Capability } from '#platform/slots.ts'
import { identify } from './actions/identify.ts'
import { makePersonLink } from './actions/person-session.ts'
import { makeSignInLink } from './actions/sign-in.ts'
import { commands } from './commands.ts'
import { jobs } from './jobs.ts'
import { paths, staffSignIn } from './paths.ts'
import { mayReadPeople, mayReadStaff } from './policy.ts'
import { emailOfAccount, emailOfMember, namesOfStaff } from './queries/members.ts'
import { findContactPoint } from './queries/people.ts'
import { routes } from './routes.tsx'

export { addPerson } from './actions/add-person.ts'
export { recordConsent, withdrawConsent } from './actions/consents.ts'
export { makeSignInLink, makeSignInLinkFor } from './actions/sign-in.ts'
export { addStaff } from './actions/staff.ts'
export { consentWordings, type Purpose } from './consent.ts'
export { paths as peoplePaths, personSignIn } from './paths.ts'
export { listConsents, peopleToTell, responsesOf } from './queries/consents.ts'
export { findStaffByEmail } from './queries/members.ts'

export const people: Capability = {
  name: 'people',
  routes,
  commands,
  jobs,
  desk: [
    { door: 'People', text: 'People', href: (commissioner) => paths.people({ commissioner }), may: mayReadPeople },
    { door: 'People', text: 'Staff', href: (commissioner) => paths.staff({ commissioner }), may: mayReadStaff },
  ],
  footerLinks: [
    { text: 'Get our news', href: (commissioner) => paths.news({ commissioner }) },
    { text: 'What you told us', href: (commissioner) => paths.me({ commissioner }) },
    { text: 'Staff sign in', href: (commissioner) => paths.signIn({ commissioner }) },
  ],
  mailLinks: [
    { kind: 'sign-in link', make: (ctx, accountId) => makeSignInLink(ctx, accountId) },
    { kind: 'person link', make: makePersonLink },
  ],
  recipients: [
    { kind: 'account', emailOf: (ctx, id) => emailOfAccount(ctx.db, id) },
    { kind: 'member of staff', emailOf: (ctx, id) => emailOfMember(ctx.db, id) },
    { kind: 'contact point', emailOf: async (ctx, id) => (await findContactPoint(ctx.db, id))?.value ?? null },
  ],
  identify,
  signInAddress: staffSignIn,
  staffNames: (ctx, ids) => namesOfStaff(ctx.db, ids),
  sentences: {
    'membership.added': ({ roles }) => `Put on the staff as ${[roles].flat().join(', ')}`,
    'membership.roles-changed': ({ roles }) => `Changed the roles to ${[roles].flat().join(', ')}`,
    'membership.ended': () => 'Taken off the staff',
    'membership.link-made': () => 'Made a link to sign in',
    'membership.signed-in': () => 'Signed in',
    'membership.signed-out': () => 'Signed out',
    'membership.signed-out-everywhere': () => 'Signed out everywhere',
    'people.read': ({ count }) => `Looked at a list of ${count} people`,
    'person.read': () => 'Opened this record',
    'person.confirmed': () => 'Confirmed an address',
    'person.signed-in': () => 'Opened a link to their own words',
    'person.signed-out': () => 'Signed out',
    'consent.given': ({ purpose }) => `Agreed: ${purpose}`,
    'consent.withdrawn': ({ purpose }) => `Withdrew what was agreed: ${purpose}`,
  },
}

import type { Commissioner } from '#platform/context.ts'
import { path } from '#platform/paths.ts'
import { localDeskPath } from './session.ts'

export const paths = {
  signIn: path('/:commissioner/sign-in'),
  signInAsked: path('/:commissioner/sign-in/asked'),
  openSignInLink: path('/:commissioner/sign-in/:token'),
  signOut: path('/:commissioner/sign-out'),
  desk: path('/:commissioner/desk'),
  account: path('/:commissioner/desk/account'),
  sessionEndings: path('/:commissioner/desk/account/session-endings'),
  staff: path('/:commissioner/desk/staff'),
  addStaff: path('/:commissioner/desk/staff/new'),
  member: path('/:commissioner/desk/staff/:id'),
  memberRoles: path('/:commissioner/desk/staff/:id/roles'),
  memberEnding: path('/:commissioner/desk/staff/:id/ending'),
  people: path('/:commissioner/desk/people'),
  person: path('/:commissioner/desk/people/:id'),
  consentWithdrawal: path('/:commissioner/desk/people/:id/consents/:consent/withdrawal'),
  me: path('/:commissioner/me'),
  meSignIn: path('/:commissioner/me/sign-in'),
  meSignInAsked: path('/:commissioner/me/sign-in/asked'),
  meSignOut: path('/:commissioner/me/sign-out'),
  openPersonLink: path('/:commissioner/me/open/:token'),
  myConsentWithdrawal: path('/:commissioner/me/consents/:id/withdrawal'),
  news: path('/:commissioner/news'),
  newsAsked: path('/:commissioner/news/asked'),
}

/** Where a person is sent who must show that an address is theirs. */
export const personSignIn = ({ slug }: Commissioner) => paths.meSignIn({ commissioner: slug })

/** Where staff sign in, to go on afterwards to the page of the desk they wanted. */
export function staffSignIn({ slug }: Commissioner, wanted: string) {
  const to = localDeskPath(slug, wanted)
  return paths.signIn({ commissioner: slug }) + (to && to !== paths.desk({ commissioner: slug }) ? `?${new URLSearchParams({ to })}` : '')
}

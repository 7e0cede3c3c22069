import type { Actor, Context, Role } from '#platform/context.ts'
import { hashOf } from '#platform/ids.ts'
import { findSignedIn } from '../queries/accounts.ts'
import { findPersonSession } from '../queries/person-links.ts'
import { personCookie, staffCookie } from '../session.ts'

/** Who is asking, by the secrets in their cookies. Someone on another commissioner's staff has no role here. */
export async function identify(
  ctx: Context,
  kinds: { staff: boolean; person: boolean },
  cookies: Readonly<Record<string, string | undefined>>,
): Promise<Actor | null> {
  const staffSecret = kinds.staff && cookies[staffCookie]
  const signedIn = staffSecret ? await findSignedIn(ctx.db, hashOf(staffSecret), ctx.now) : null
  if (signedIn)
    return { kind: 'staff', id: signedIn.membershipId ?? signedIn.accountId, name: signedIn.name ?? '', roles: signedIn.roles as Role[] }

  const personSecret = kinds.person && cookies[personCookie]
  const personId = personSecret ? await findPersonSession(ctx.db, hashOf(personSecret), ctx.now) : null
  return personId ? { kind: 'person', id: personId } : null
}

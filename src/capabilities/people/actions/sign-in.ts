import type { Context, Role, Staff } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import type { Message } from '#platform/mail.ts'
import { paths } from '../paths.ts'
import { mayChangeStaff } from '../policy.ts'
import { insertSession, insertSignInLink, spendSignInLink } from '../queries/accounts.ts'
import { findMemberByAccount, findMemberByEmail } from '../queries/members.ts'
import { after, lasting } from '../session.ts'

/** The path of a new link that signs this account in, once. Only its hash is kept. The transaction must be `signingIn`. */
export async function makeSignInLink(ctx: Context, accountId: string, lasts = lasting.signInLink): Promise<string> {
  const token = newToken()
  await insertSignInLink(ctx.db, { hash: hashOf(token), accountId, madeAt: ctx.now, expiresAt: after(ctx.now, lasts) })
  return paths.openSignInLink({ commissioner: ctx.commissioner.slug, token })
}

/** The same for a member of this commissioner's staff, to be handed over by whoever asked for it; it works for an hour. */
export async function makeSignInLinkFor(ctx: Context, email: string): Promise<string> {
  allowOnly(mayChangeStaff(ctx.actor))
  const member = await findMemberByEmail(ctx.db, email.trim().toLowerCase())
  refuseIf(!member || member.endedAt !== null, 'Nobody on the staff of this commissioner has this address')
  await record(ctx, 'membership.link-made', member!.id, {}, { publicPagesStay: true })
  return makeSignInLink(ctx, member!.accountId, 4 * lasting.signInLink)
}

/** The message with a link to sign in, going on to a page of the desk where one was wanted. */
export const signInMessage = (ctx: Context, accountId: string, to: string | null): Message => ({
  kind: 'sign-in link',
  recipient: { kind: 'account', id: accountId },
  subject: `Sign in to ${ctx.commissioner.name}`,
  body: [
    'Open this link to sign in:',
    `[link]${to ? `?${new URLSearchParams({ to })}` : ''}`,
    'It works once, for 15 minutes.',
    'If you did not ask for it, you do not need to do anything. Nobody can sign in without it.',
  ].join('\n\n'),
  link: { kind: 'sign-in link', subjectId: accountId },
})

/** Spend a link and start a session. Answers with the session's secret, which is kept nowhere; null where the link is used or has run out. */
export async function signIn(ctx: Context, token: string): Promise<{ secret: string; endsAt: Date } | null> {
  const accountId = await spendSignInLink(ctx.db, hashOf(token), ctx.now)
  if (!accountId) return null
  const member = await findMemberByAccount(ctx.db, accountId)
  // Thrown before the commit, so a link opened at another commissioner's address is not spent.
  if (!member || member.endedAt !== null) throw new NotFound('no member of this staff')
  const secret = newToken()
  const endsAt = after(ctx.now, lasting.staffSession)
  await insertSession(ctx.db, { hash: hashOf(secret), accountId, startedAt: ctx.now, endsAt })
  const actor: Staff = { kind: 'staff', id: member.id, name: member.name, roles: member.roles as Role[] }
  await record({ ...ctx, actor }, 'membership.signed-in', member.id, {}, { publicPagesStay: true })
  return { secret, endsAt }
}

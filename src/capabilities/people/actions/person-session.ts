import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { hashOf, newToken } from '#platform/ids.ts'
import { paths } from '../paths.ts'
import { confirmContactPoint, findContactPoint } from '../queries/people.ts'
import { deletePersonSession, insertPersonLink, insertPersonSession, spendPersonLink } from '../queries/person-links.ts'
import { after, lasting } from '../session.ts'

/** The path of a new link for whoever reads mail at this contact point; it works once. Only its hash is kept. */
export async function makePersonLink(ctx: Context, contactPointId: string): Promise<string> {
  const token = newToken()
  await insertPersonLink(ctx.db, {
    commissionerId: ctx.commissioner.id,
    hash: hashOf(token),
    contactPointId,
    madeAt: ctx.now,
    expiresAt: after(ctx.now, lasting.personLink),
  })
  return paths.openPersonLink({ commissioner: ctx.commissioner.slug, token })
}

/** Spend a link: it shows that the address is theirs, and starts a session. Answers with the session's secret, which is kept nowhere; null where the link is used or has run out. */
export async function openPersonLink(ctx: Context, token: string): Promise<{ secret: string; endsAt: Date } | null> {
  const contactPointId = await spendPersonLink(ctx.db, hashOf(token), ctx.now)
  const contactPoint = contactPointId && (await findContactPoint(ctx.db, contactPointId))
  if (!contactPoint) return null
  const { id, personId } = contactPoint
  const isNew = await confirmContactPoint(ctx.db, { commissionerId: ctx.commissioner.id, id, at: ctx.now })
  const secret = newToken()
  const endsAt = after(ctx.now, lasting.personSession)
  await insertPersonSession(ctx.db, { commissionerId: ctx.commissioner.id, hash: hashOf(secret), personId, startedAt: ctx.now, endsAt })
  await record(
    { ...ctx, actor: { kind: 'person', id: personId } },
    isNew ? 'person.confirmed' : 'person.signed-in',
    personId,
    {},
    { publicPagesStay: true },
  )
  return { secret, endsAt }
}

export async function signOutPerson(ctx: Context, secret: string) {
  await deletePersonSession(ctx.db, hashOf(secret))
  if (ctx.actor.kind === 'person') await record(ctx, 'person.signed-out', ctx.actor.id, {}, { publicPagesStay: true })
}

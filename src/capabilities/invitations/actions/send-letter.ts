import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { hashOf, newBlindId, newToken } from '#platform/ids.ts'
import { paths } from '../paths.ts'
import { insertInvitations, replaceSecret } from '../queries/invitations.ts'
import { deleteLetterInvitation, findAddress, findLetter, insertLetterInvitation } from '../queries/letters.ts'
import { emailOfContactPoint } from './invite.ts'

/** The path of the link in a letter. Another try makes another, in place of the last: one person never holds two that work. */
export async function makeInvitationLink(ctx: Context, letterId: string): Promise<string> {
  const letter = await findLetter(ctx.db, letterId)
  if (!letter) throw new NotFound('letter')
  const token = newToken()
  if (letter.invitationId) await replaceSecret(ctx.db, letter.invitationId, hashOf(token))
  else {
    const { surveyId, batchId } = letter
    const id = newBlindId()
    await insertInvitations(ctx.db, ctx.commissioner.id, [{ id, surveyId, batchId, secretHash: hashOf(token) }])
    await insertLetterInvitation(ctx.db, ctx.commissioner.id, letterId, id)
  }
  return paths.invitation({ commissioner: ctx.commissioner.slug, token })
}

/** Once the letter has left, nothing says any more which link went to whom. */
export const forgetWhoseLink = (ctx: Context, letterId: string) => deleteLetterInvitation(ctx.db, letterId)

export async function emailOfInvited(ctx: Context, letterId: string): Promise<string | null> {
  const address = await findAddress(ctx.db, letterId)
  return address?.contactPointId ? emailOfContactPoint(ctx, address.contactPointId) : (address?.email ?? null)
}

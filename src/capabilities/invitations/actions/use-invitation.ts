import type { Context } from '#platform/context.ts'
import { Refused } from '#platform/errors.ts'
import { whyNot } from '../invitation.ts'
import { findInvitation, insertSpending } from '../queries/invitations.ts'

/** A code or link, for the survey it is to open. */
export interface Shown {
  surveyId: string
  secret: string
}

/**
 * Use a code or link up. To be called before the response is received, in its transaction: both happen or neither, and of two who come together
 * with one invitation the second waits for the first and is refused. It records nothing: an event beside the response's own would join the two.
 */
export async function useInvitation(ctx: Context, shown: Shown): Promise<void> {
  const mistake = await mistakeIn(ctx.db, shown)
  if (mistake) throw new Refused(mistake)
  const invitation = await findInvitation(ctx.db, shown.secret)
  if (!invitation || !(await insertSpending(ctx.db, ctx.commissioner.id, invitation.id, ctx.today))) throw new Refused(whyNot.used)
}

/** Why this code or link lets nobody in, in words for whoever holds it; null where it does. */
export async function mistakeIn(db: Context['db'], { surveyId, secret }: Shown): Promise<string | null> {
  if (secret.trim() === '') return 'Enter your code'
  const invitation = await findInvitation(db, secret)
  if (!invitation || invitation.surveyId !== surveyId) return whyNot.unknown
  return invitation.standing === 'good' ? null : whyNot[invitation.standing]
}

/** True where it would let someone in now: to be asked before twelve questions are. */
export const isInvitationGood = async (db: Context['db'], shown: Shown): Promise<boolean> => (await mistakeIn(db, shown)) === null

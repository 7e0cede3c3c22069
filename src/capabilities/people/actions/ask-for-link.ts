import type { Context } from '#platform/context.ts'
import { hashOf, newId } from '#platform/ids.ts'
import { addJob } from '#platform/jobs.ts'
import { countAttempts, forgetAttempts, insertAttempt } from '../queries/attempts.ts'
import { after, lasting, mostAttempts } from '../session.ts'

export interface Asking {
  email: string
  /** Where the request came from. */
  origin: string
}

/** Count this request for a link, unless too many came for the address or from the origin. Answers with its id, or null. */
export async function countAsking(ctx: Context, { email, origin }: Asking): Promise<string | null> {
  const attempt = { id: newId(), addressHash: hashOf(email), originHash: hashOf(origin), at: ctx.now }
  await forgetAttempts(ctx.db, after(ctx.now, -lasting.memory))
  const { ofAddress, ofOrigin } = await countAttempts(ctx.db, attempt, after(ctx.now, -lasting.attempts))
  if (ofAddress >= mostAttempts.ofAddress || ofOrigin >= mostAttempts.ofOrigin) return null
  await insertAttempt(ctx.db, attempt)
  return attempt.id
}

/** The name of the job that sends what was asked for. */
export const answerAsking = 'answer a request for a link'

/**
 * Ask for a link by mail. This looks nobody up: a job does, later, so that neither the answer nor the time it takes tells
 * whether the address is known.
 */
export async function askForLink(ctx: Context, asking: Asking, wanted: { who: 'staff'; to: string | null } | { who: 'person' }) {
  const attempt = await countAsking(ctx, asking)
  if (attempt) await addJob(ctx, answerAsking, { attempt, ...wanted })
}

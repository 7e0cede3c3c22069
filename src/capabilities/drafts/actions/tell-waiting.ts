import type { Context } from '#platform/context.ts'
import { queueMessages } from '#platform/mail.ts'
import { deleteAddressesOf, listAddresses } from '../queries/addresses.ts'
import { keepClosing } from '../queries/drafts.ts'

/** One message to each address that asked for a link and has not sent its answers through it. Answers with how many. Part of a larger act, which records itself. */
export async function tellWaiting(ctx: Context, surveyId: string, { subject, body }: { subject: string; body: string }): Promise<number> {
  const ids = await listAddresses(ctx.db, surveyId)
  await queueMessages(
    ctx,
    ids.map((id) => ({ kind: 'saved answers', recipient: { kind: 'return address', id }, subject, body })),
  )
  return ids.length
}

/** The last day of a survey moved: saved answers are kept until then, 30 days at most. Part of a larger act, which records itself. */
export const moveClosing = (ctx: Context, surveyId: string, closesOn: string | null) =>
  keepClosing(ctx.db, { commissionerId: ctx.commissioner.id, surveyId, closesOn })

/** Every address that asked for a link in this survey, at once. Messages to them that have not left will not be sent. */
export const forgetAddresses = (ctx: Context, surveyId: string) => deleteAddressesOf(ctx.db, surveyId)

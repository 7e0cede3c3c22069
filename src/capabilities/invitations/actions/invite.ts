import { type Consultation, isClosed } from '#capabilities/consultations'
import { formatDate } from '#design'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { type Message, queueMessages } from '#platform/mail.ts'
import { type Batch, mostAddresses } from '../batch.ts'
import type { InvitedInput } from '../forms.ts'
import { markOf, newKey, plainAddress } from '../mark.ts'
import { mayInvite } from '../policy.ts'
import { keyOf } from '../queries/asking.ts'
import { findBatch, insertBatch } from '../queries/batches.ts'
import { type Invited, insertLetters, listInvitedMarks, listNewsReaders } from '../queries/letters.ts'

type To = Invited['to']

/**
 * Mail a link of their own to everyone on a list who has none yet, as a new batch or as more of one. Whoever was invited before, in whatever
 * batch, is not mailed again. Null where nobody is left to invite.
 */
export async function invite(
  ctx: Context,
  consultation: Consultation,
  { addresses, newsReaders, ...into }: Omit<InvitedInput, 'name'> & ({ name: string } | { batch: Batch }),
): Promise<{ batchId: string; invited: number; hadOne: number; left: number } | null> {
  allowOnly(mayInvite(ctx.actor))
  refuseUnlessInvited(ctx, consultation)
  refuseIf(consultation.publication === null, 'Publish it first: until then the links would lead to nothing')
  refuseIf('batch' in into && into.batch.withdrawal !== null, 'This batch was taken back. Make a new one')
  refuseIf('batch' in into && into.batch.way !== 'messages', 'This batch is of codes: nobody in it is emailed')
  const { surveyId } = consultation
  const commissionerId = ctx.commissioner.id
  const key = await keyOf(ctx.db, commissionerId, surveyId, newKey())
  const had = await listInvitedMarks(ctx.db, surveyId)

  const fresh = new Map<string, { mark: Buffer; to: To }>()
  let hadOne = 0
  const weigh = (email: string, to: To) => {
    const mark = markOf(key, plainAddress(email))
    const name = mark.toString('hex')
    if (had.has(name)) hadOne += 1
    else if (!fresh.has(name)) fresh.set(name, { mark, to })
  }
  for (const email of addresses) weigh(email, { email })
  if (newsReaders)
    for (const contactPointId of await listNewsReaders(ctx.db)) {
      const email = await emailOfContactPoint(ctx, contactPointId)
      if (email) weigh(email, { contactPointId })
    }
  if (fresh.size === 0) return null

  const batchId = 'batch' in into ? into.batch.id : newId()
  if ('name' in into)
    await insertBatch(ctx.db, {
      commissionerId,
      id: batchId,
      surveyId,
      name: into.name,
      way: 'messages',
      by: staffId(ctx.actor),
      at: ctx.now,
    })
  const letters = [...fresh.values()].slice(0, mostAddresses).map((one) => ({ ...one, letterId: newId() }))
  const messageIds = await queueMessages(
    ctx,
    letters.map(({ letterId }) => letterTo(ctx, consultation, letterId)),
  )
  const invited = letters.map((letter, at) => ({ ...letter, messageId: messageIds[at]! }))
  await insertLetters(ctx.db, { commissionerId, surveyId, batchId }, invited)
  await record(ctx, 'invitation-batch.mailed', batchId, { survey: surveyId, invited: letters.length, hadOne }, { publicPagesStay: true })
  return { batchId, invited: letters.length, hadOne, left: fresh.size - letters.length }
}

/** Only where people answer by invitation, and until it has closed. */
export function refuseUnlessInvited(ctx: Context, consultation: Consultation) {
  refuseIf(consultation.answering !== 'invited', 'Anyone can answer this one: nobody needs an invitation')
  refuseIf(isClosed(consultation, ctx.today), 'It is closed: nobody can answer any more')
}

export async function findOpenBatch(ctx: Context, surveyId: string, id: string): Promise<Batch> {
  const batch = await findBatch(ctx.db, surveyId, id)
  refuseIf(batch.withdrawal !== null, 'This batch was taken back already')
  return batch
}

/** From the register, where the address stays. */
export const emailOfContactPoint = async (ctx: Context, id: string): Promise<string | null> =>
  (await ctx.slots.recipients.find(({ kind }) => kind === 'contact point')?.emailOf(ctx, id)) ?? null

const letterTo = (ctx: Context, { title, closesOn, otherWays }: Consultation, letterId: string): Message => ({
  kind: 'invitation',
  recipient: { kind: 'invited address', id: letterId },
  subject: `${ctx.commissioner.name} asks what you think: ${title}`,
  body: [
    `${ctx.commissioner.name} would like to know what you think about “${title}”.`,
    'Open this link to answer:',
    '[link]',
    `It is for you alone, so please do not pass it on. It works once, until midnight at the end of ${formatDate(closesOn)}.`,
    'We keep your address apart from what you answer, and delete it when the time to answer is over.',
    ...(otherWays ? [otherWays] : []),
  ].join('\n\n'),
  link: { kind: 'invitation', subjectId: letterId },
})

import { consultationOfSurvey, isOpen, showPath } from '#capabilities/consultations'
import { formatDate } from '#design'
import type { Context } from '#platform/context.ts'
import { NotFound } from '#platform/errors.ts'
import { hashOf, newBlindId, newToken } from '#platform/ids.ts'
import { addJob } from '#platform/jobs.ts'
import { queueMessage } from '#platform/mail.ts'
import { asking } from '../invitation.ts'
import { markOf, networkOf, newKey } from '../mark.ts'
import { paths } from '../paths.ts'
import { countAttempts, deleteRequest, findRequest, insertAttempt, insertRequest, keepMessageOf, keyOf } from '../queries/asking.ts'
import { insertInvitations, isMarkSpent } from '../queries/invitations.ts'

/** The name of the job that sends what was asked for. */
export const answerAsking = 'send someone their link to answer'

/**
 * Ask for a link to one's own address. This looks nobody up: a job does, later, so that neither the page nor the time it takes tells whether
 * the address has answered. False where too many ask from there. It records nothing: when someone asked is near to when they answered.
 */
export async function askForLink(
  ctx: Context,
  { surveyId, email, remote }: { surveyId: string; email: string; remote: string },
): Promise<boolean> {
  const key = await keyFor(ctx, surveyId)
  const addressMark = markOf(key, email)
  const attempt = { id: newBlindId(), surveyId, addressMark, originMark: markOf(key, networkOf(remote)), at: ctx.now }
  const { forAddress, fromNetwork } = await countAttempts(ctx.db, attempt, new Date(ctx.now.getTime() - asking.within))
  if (fromNetwork >= asking.mostFromNetwork) return false
  if (forAddress >= asking.mostForAddress) return true
  await insertAttempt(ctx.db, ctx.commissioner.id, attempt)
  const id = newBlindId()
  await insertRequest(ctx.db, ctx.commissioner.id, { id, surveyId, email })
  await addJob(ctx, answerAsking, { request: id })
  return true
}

/** Write to whoever asked: a link, or that they have answered. Once, however often the job runs. */
export async function answerRequest(ctx: Context, id: string) {
  const request = await findRequest(ctx.db, id)
  if (!request || request.messageId) return
  const consultation = await consultationOfSurvey(ctx.db, request.surveyId)
  if (!consultation || !isOpen(consultation, ctx.today)) return deleteRequest(ctx.db, id)
  const { title, closesOn } = consultation
  const hasAnswered = await isMarkSpent(ctx.db, request.surveyId, markOf(await keyFor(ctx, request.surveyId), request.email))
  const messageId = await queueMessage(ctx, {
    kind: 'link to answer',
    recipient: { kind: 'link request', id },
    subject: `Your link: ${title}`,
    body: [
      ...(hasAnswered
        ? [
            `Someone asked us for a link to answer “${title}” with this address. You have answered already, and each person can answer once.`,
            'To change what you said, use the receipt you got. You can read about it here:',
            '[link]',
          ]
        : [
            `You asked us for a link to answer “${title}”. Open it to begin:`,
            '[link]',
            `It works once, until midnight at the end of ${formatDate(closesOn)}. A link we sent you before works no longer.`,
            'We do not keep your address, and your answers do not say which link they came by.',
          ]),
      'If you did not ask for this, you do not need to do anything.',
    ].join('\n\n'),
    link: { kind: 'link to answer', subjectId: id },
  })
  await keepMessageOf(ctx.db, id, messageId)
}

/** The path of the link, in place of any before it; for someone who has answered, of the consultation's page. */
export async function makeOwnLink(ctx: Context, requestId: string): Promise<string> {
  const request = await findRequest(ctx.db, requestId)
  if (!request) throw new NotFound('request')
  const { surveyId, email } = request
  const commissioner = ctx.commissioner.slug
  const mark = markOf(await keyFor(ctx, surveyId), email)
  if (await isMarkSpent(ctx.db, surveyId, mark)) {
    const consultation = await consultationOfSurvey(ctx.db, surveyId)
    return showPath({ commissioner, slug: consultation?.slug ?? '' })
  }
  const token = newToken()
  await insertInvitations(ctx.db, ctx.commissioner.id, [{ id: newBlindId(), surveyId, mark, secretHash: hashOf(token) }])
  return paths.invitation({ commissioner, token })
}

/** Once the message has left, the address is nowhere: only its mark is. */
export const forgetRequest = (ctx: Context, requestId: string) => deleteRequest(ctx.db, requestId)

export const emailOfRequest = async (ctx: Context, requestId: string) => (await findRequest(ctx.db, requestId))?.email ?? null

const keyFor = (ctx: Context, surveyId: string) => keyOf(ctx.db, ctx.commissioner.id, surveyId, newKey())

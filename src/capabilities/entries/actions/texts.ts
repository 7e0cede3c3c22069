import { createHmac, timingSafeEqual } from 'node:crypto'
import { consultationOfSurvey, isOpen } from '#capabilities/consultations'
import { isFirstSending, receiveResponse } from '#capabilities/contributions'
import { findReleasedSurvey } from '#capabilities/surveys'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { hashOf, newId, newToken } from '#platform/ids.ts'
import { londonDate } from '#platform/time.ts'
import type { LineInput } from '../forms.ts'
import { mayRunTexts } from '../policy.ts'
import {
  findLine,
  findSecret,
  insertLine,
  insertLineEnd,
  insertRefusal,
  insertRepeat,
  insertSecret,
  insertSender,
  keyOf,
  listLines,
  type Refusal,
} from '../queries/texts.ts'
import { digitsOf, lineOf, type notifyCall } from '../text-message.ts'

/** Make the secret that is given to GOV.UK Notify. It is told once; the one before stops working. */
export async function makeTextSecret(ctx: Context): Promise<string> {
  allowOnly(mayRunTexts(ctx.actor))
  const [id, secret] = [newId(), newToken()]
  await insertSecret(ctx.db, ctx.commissioner.id, { id, hash: hashOf(secret), by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'text-secret.made', id, {}, { publicPagesStay: true })
  return secret
}

/** True where this is the header that goes with our secret. */
export async function isNotify(ctx: Pick<Context, 'db'>, authorization: string): Promise<boolean> {
  const secret = await findSecret(ctx.db)
  const given = /^Bearer (\S{1,200})$/.exec(authorization)?.[1]
  return secret !== null && given !== undefined && timingSafeEqual(secret.hash, hashOf(given))
}

/** Let the messages to a number, or those with a keyword, answer one question. */
export async function openLine(ctx: Context, { number, keyword, question }: LineInput): Promise<string> {
  allowOnly(mayRunTexts(ctx.actor))
  const taken = (await listLines(ctx.db)).some((line) => line.number === number && line.keyword?.toLowerCase() === keyword?.toLowerCase())
  refuseIf(taken, 'Messages to this number, with this keyword, go to a question already. End that first')
  const id = newId()
  await insertLine(ctx.db, ctx.commissioner.id, { id, number, keyword, ...question, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'text-line.opened', id, { survey: question.surveyId, question: question.questionKey }, { publicPagesStay: true })
  return id
}

export async function endLine(ctx: Context, id: string) {
  allowOnly(mayRunTexts(ctx.actor))
  const line = await findLine(ctx.db, id)
  await insertLineEnd(ctx.db, ctx.commissioner.id, { lineId: line.id, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'text-line.ended', line.id, {}, { publicPagesStay: true })
}

/**
 * Take in a text message as a response of its own. The telephone number is kept nowhere: of it remains, until the consultation closes, what a
 * key of this survey makes of it, so that a second message from the same telephone is known. What Notify sends again adds nothing.
 */
export async function receiveText(ctx: Context, call: ReturnType<typeof notifyCall.parse>): Promise<'taken' | 'again' | Refusal> {
  if (!(await isFirstSending(ctx, `notify text ${call.id}`))) return 'again'
  const refused = async (reason: Refusal) => {
    const id = newId()
    await insertRefusal(ctx.db, ctx.commissioner.id, { id, reason, at: ctx.now })
    await record(ctx, 'text.refused', id, { reason }, { publicPagesStay: true })
    return reason
  }
  const found = lineOf(await listLines(ctx.db), { to: call.destination_number, message: call.message })
  if (!found) return refused('no line')
  const { line, words } = found
  // Sent on the last evening, it may reach us after midnight; a date still to come is a clock that is wrong.
  const saidOn = [londonDate(new Date(call.date_received)), ctx.today].sort()[0] as string
  const consultation = await consultationOfSurvey(ctx.db, line.surveyId)
  const version = await findReleasedSurvey(ctx.db, line.surveyId)
  const question = version?.questions.find(({ key }) => key === line.questionKey)
  if (!consultation || !version || !question || !isOpen(consultation, saidOn)) return refused('not open')
  if (words === '') return refused('no words')

  const { responseId } = await receiveResponse(ctx, { version, answers: [{ question, choices: null, words }], channel: 'text', saidOn })
  const key = await keyOf(ctx.db, ctx.commissioner.id, line.surveyId)
  const sender = createHmac('sha256', key).update(digitsOf(call.source_number)).digest()
  if (!(await insertSender(ctx.db, ctx.commissioner.id, line.surveyId, sender))) await insertRepeat(ctx.db, ctx.commissioner.id, responseId)
  return 'taken'
}

import type { Context } from './context.ts'
import type { Db } from './db.ts'
import { newId } from './ids.ts'
import { addJob, type Job, type Within } from './jobs.ts'
import { listUnfinished, lockMessage } from './outbox.ts'
import { outcomeOf, type Postman } from './postman.ts'

/** What we mean to tell one recipient. The body holds no secret and no address; `[link]` in it becomes the link, made at sending. */
export interface Message {
  kind: string
  recipient: { kind: string; id: string }
  subject: string
  body: string
  link?: { kind: string; subjectId: string }
}

/** Put a message in the outbox, in this transaction. It is sent after commit, or waits there while no mail server is set. */
export async function queueMessage(ctx: Context, message: Message): Promise<string> {
  const [id] = await queueMessages(ctx, [message])
  return id!
}

/** As `queueMessage`, for many at once. Returns their ids in the same order. */
export async function queueMessages(ctx: Context, messages: readonly Message[]): Promise<string[]> {
  const db: Db<'platform'> = ctx.db
  const rows = messages.map(({ kind, recipient, subject, body, link }) => ({
    commissioner_id: ctx.commissioner.id,
    id: newId(),
    kind,
    recipient_kind: recipient.kind,
    recipient_id: recipient.id,
    subject,
    body,
    link_kind: link?.kind ?? null,
    link_subject_id: link?.subjectId ?? null,
    queued_at: ctx.now,
  }))
  for (let start = 0; start < rows.length; start += 1000)
    await db
      .insertInto('messages')
      .values(rows.slice(start, start + 1000))
      .execute()
  for (const { id } of rows) await addJob(ctx, 'send message', { message: id }, { key: `send ${id}` })
  return rows.map(({ id }) => id)
}

/** The job that sends one message, at most once for each time a person or the clock says so. */
export const sendMessage = (postman: Postman | null, publicUrl: string): Job => ({
  name: 'send message',
  signingIn: true,
  async run(within, payload) {
    if (!postman) return
    const letter = await within((ctx) => beginAttempt(ctx, String(payload.message), publicUrl))
    if (!letter) return
    let result: { outcome: 'sent' | 'refused' | 'failed' | 'in doubt'; code: string } = { outcome: 'sent', code: '' }
    try {
      await postman.send({ to: letter.to, subject: letter.subject, text: letter.text, messageId: letter.attemptId })
    } catch (error) {
      result = outcomeOf(error)
    }
    await within(async (ctx) => {
      await recordOutcome(ctx, letter.attemptId, result)
      const { link } = letter
      if (link && (result.outcome === 'sent' || result.outcome === 'refused'))
        await ctx.slots.mailLinks.find(({ kind }) => kind === link.kind)?.sent?.(ctx, link.subjectId)
    })
    // Thrown after the outcome is kept, so that the queue tries again later.
    if (result.outcome === 'failed') throw Object.assign(new Error('The mail server did not take the message'), { code: result.code })
  },
})

/** Write down that we are about to send, before we do: a message found with an open attempt is in doubt, and is left to a person. */
async function beginAttempt(ctx: Context, messageId: string, publicUrl: string) {
  const db: Db<'platform'> = ctx.db
  await lockMessage(db, messageId)
  const message = await db.selectFrom('messages').selectAll().where('id', '=', messageId).executeTakeFirst()
  if (!message) return null
  const attempts = await db
    .selectFrom('message_attempts as a')
    .leftJoin('message_outcomes as o', 'o.attempt_id', 'a.id')
    .leftJoin('message_settlements as s', 's.attempt_id', 'a.id')
    .select(['a.id', 'o.outcome', 's.decision'])
    .where('a.message_id', '=', messageId)
    .execute()
  const open = attempts.find((attempt) => attempt.outcome === null)
  if (open) {
    await recordOutcome(ctx, open.id, { outcome: 'in doubt', code: 'interrupted' })
    return null
  }
  if (
    attempts.some(
      ({ outcome, decision }) => outcome === 'sent' || outcome === 'refused' || (outcome === 'in doubt' && decision !== 'send again'),
    )
  )
    return null

  const to = await ctx.slots.recipients.find((recipient) => recipient.kind === message.recipient_kind)?.emailOf(ctx, message.recipient_id)
  const attemptId = newId()
  await db
    .insertInto('message_attempts')
    .values({ commissioner_id: ctx.commissioner.id, id: attemptId, message_id: messageId, at: ctx.now })
    .execute()
  if (!to) {
    await recordOutcome(ctx, attemptId, { outcome: 'refused', code: 'no address' })
    return null
  }
  const link = message.link_kind ? { kind: message.link_kind, subjectId: message.link_subject_id ?? message.recipient_id } : null
  const path = link && (await ctx.slots.mailLinks.find(({ kind }) => kind === link.kind)?.make(ctx, link.subjectId))
  return { attemptId, to, link, subject: message.subject, text: message.body.replaceAll('[link]', path ? `${publicUrl}${path}` : '') }
}

async function recordOutcome(
  ctx: Context,
  attemptId: string,
  { outcome, code }: { outcome: 'sent' | 'refused' | 'failed' | 'in doubt'; code: string },
) {
  const db: Db<'platform'> = ctx.db
  await db
    .insertInto('message_outcomes')
    .values({ commissioner_id: ctx.commissioner.id, attempt_id: attemptId, outcome, code, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Ask again for every message that waits: those written while no mail server was set, those no server has taken yet, and those left in flight
 * by a crash or a restored backup, which the job then marks as in doubt.
 */
export async function wakeOutbox(within: Within) {
  await within(async (ctx) => {
    for (const id of await listUnfinished(ctx.db, ctx.now)) await addJob(ctx, 'send message', { message: id }, { key: `send ${id}` })
  })
}

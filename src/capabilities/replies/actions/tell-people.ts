import { peopleToTell } from '#capabilities/people'
import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { queueMessages } from '#platform/mail.ts'
import { type Notice, noticeContent, noticeText } from '../notice.ts'
import { mayTell } from '../policy.ts'
import { findDecision, insertNotices, listAnswers, listNotices, listResponsesBehind } from '../queries/notices.ts'

/**
 * Tell everyone who spoke, asked to be told and can be reached what was decided: one message to each contact point, one notice for each response.
 * Whoever was told of this decision before is not told again.
 */
export async function tellPeople(ctx: Context, decisionId: string): Promise<{ notices: number; messages: number }> {
  allowOnly(mayTell(ctx.actor))
  const decision = await findDecision(ctx.db, decisionId)
  const responses = await listResponsesBehind(ctx.db, decisionId)
  const told = new Set((await listNotices(ctx.db, decisionId)).map(({ response_id }) => response_id))
  const wanting = await inParts(
    responses.filter((id) => !told.has(id)),
    (ids) => peopleToTell(ctx.db, ids),
  )
  const reached = [...new Map(wanting.map((one) => [one.responseId, one])).values()]

  const recipients = [...new Set(reached.map(({ contactPointId }) => contactPointId))]
  const text = noticeText({ organisation: ctx.commissioner.name, decision: decision.title, answers: await listAnswers(ctx.db, decisionId) })
  const messageIds = await queueMessages(
    ctx,
    recipients.map((id) => ({
      kind: 'notice of a decision',
      recipient: { kind: 'contact point', id },
      ...text,
      link: { kind: 'person link', subjectId: id },
    })),
  )
  const messageOf = new Map(recipients.map((id, index) => [id, messageIds[index]!]))
  const notices: Notice[] = reached.map(({ responseId, personId, contactPointId }) => ({
    id: newId(),
    decision_id: decisionId,
    response_id: responseId,
    person_id: personId,
    contact_point_id: contactPointId,
    message_id: messageOf.get(contactPointId)!,
    made_at: ctx.now,
    salt: newSalt(),
  }))
  await insertNotices(ctx.db, ctx.commissioner.id, notices)
  const rows = notices.map((notice) => ({ kind: 'notice', id: notice.id, salt: notice.salt, content: noticeContent(notice) }))
  await record(
    ctx,
    'decision.people-told',
    decisionId,
    { responses: responses.length, notices: notices.length, messages: messageIds.length },
    { rows },
  )
  return { notices: notices.length, messages: messageIds.length }
}

async function inParts<Part, Found>(all: readonly Part[], work: (part: readonly Part[]) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[] = []
  for (let start = 0; start < all.length; start += 5000) found.push(...(await work(all.slice(start, start + 5000))))
  return found
}

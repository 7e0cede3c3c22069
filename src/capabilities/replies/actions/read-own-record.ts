import { contributionsOf, responsesGivenBy } from '#capabilities/contributions'
import { listConsents, responsesOf } from '#capabilities/people'
import type { Context } from '#platform/context.ts'
import { fatesOf } from '#platform/outbox.ts'
import type { OwnRecord } from '../own-thread.ts'
import { listCame, listLooks, listOwnNotices, listResponses } from '../queries/own-words.ts'
import { listChanges } from '../queries/replies.ts'

/** Everything a person may see of themselves: what they said, what came of it, what they agreed to, and who looked. */
export async function readOwnRecord(ctx: Context, personId: string): Promise<OwnRecord> {
  const responseIds = [...new Set([...(await responsesOf(ctx.db, personId)), ...(await responsesGivenBy(ctx.db, personId))])]
  const contributions = await contributionsOf(ctx.db, responseIds)
  const came = await listCame(
    ctx.db,
    contributions.map(({ id }) => id),
  )
  const notices = await listOwnNotices(ctx.db, personId)
  const fates = await fatesOf(
    ctx.db,
    notices.map(({ messageId }) => messageId),
  )
  const decisionIds = [...new Set(came.flatMap(({ decisionId }) => decisionId ?? []))]

  const responses = (await listResponses(ctx.db, responseIds)).map((response) => ({
    ...response,
    contributions: contributions
      .filter(({ responseId }) => responseId === response.id)
      .map(({ id, questionText, words, score }) => ({
        id,
        question: questionText,
        words,
        score,
        came: came.filter(({ contributionId }) => contributionId === id),
      })),
    told: notices
      .filter(({ responseId }) => responseId === response.id)
      .map((notice) => ({ ...notice, fate: fates.get(notice.messageId) ?? 'waiting' })),
  }))
  return {
    responses,
    changes: decisionIds.length > 0 ? await listChanges(ctx.db, decisionIds) : [],
    consents: await listConsents(ctx.db, { personId }),
    looks: (await listLooks(ctx.db, personId)).map(({ at, roles }) => ({ at, role: roles?.join(' and ') ?? '' })),
  }
}

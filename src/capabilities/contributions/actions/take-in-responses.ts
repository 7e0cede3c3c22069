import { setImmediate } from 'node:timers/promises'
import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { hashOf } from '#platform/ids.ts'
import type { Rejected } from '../comment-file.ts'
import { mayImport } from '../policy.ts'
import { findSendingKeys, insertReceived, insertSendingKeys } from '../queries/take-in-responses.ts'
import { digestsOf, rowsOf, type Said } from './received-rows.ts'

/** One act of speaking out of a file. */
export interface FiledResponse extends Omit<Said, 'channel' | 'personId' | 'organisationId'> {
  row: number
  /** What it is known again by among all that is brought in for its survey. */
  key: string
  /** What it holds, as one text: where the key came before with something else, it is refused. None where the key is made of it. */
  content: string | null
}

export interface TakenResponses {
  imported: number
  already: number
  rejected: Rejected[]
}

/**
 * Take in one batch of responses to one survey: those not here yet, under one event. Doing it twice adds nothing. A response is known again by
 * a hash that leads to none, so that what was brought in under "anonymous" is as anonymous as what came by itself.
 */
export async function takeInResponses(ctx: Context, surveyId: string, filed: readonly FiledResponse[]): Promise<TakenResponses> {
  allowOnly(mayImport(ctx.actor))
  const { fresh, already, rejected } = await sortOut(ctx, surveyId, filed)
  if (fresh.length === 0) return { imported: 0, already, rejected }

  const rows = fresh.map((response) => rowsOf({ ...response, channel: 'import' }, { now: ctx.now, screen: ctx.slots.screen }))
  const written = insertReceived(ctx.db, ctx.commissioner.id, rows)
  // The database is at work: what remains to be reckoned is reckoned meanwhile.
  await setImmediate()
  const digests = rows.flatMap(digestsOf)
  await written

  const holds = rows.flatMap((row) => row.holds.map((hold) => hold.contribution_id))
  if (holds.length > 0) await ctx.slots.screen.noticed(ctx, holds)
  await record(
    ctx,
    'responses.taken-in',
    surveyId,
    { imported: fresh.length, held: holds.length },
    { rows: digests, publicPagesStay: true },
  )
  return { imported: fresh.length, already, rejected }
}

async function sortOut(ctx: Context, surveyId: string, filed: readonly FiledResponse[]) {
  const { db, commissioner } = ctx
  const keyOf = ({ key }: FiledResponse) => hashOf(`${surveyId} ${key}`)
  const wholeOf = ({ key, content }: FiledResponse) => hashOf(`${surveyId} ${key} ${content}`)
  const unknown = await insertSendingKeys(db, commissioner.id, filed.map(keyOf))
  const [fresh, others]: [FiledResponse[], FiledResponse[]] = [[], []]
  for (const response of filed) (unknown.delete(keyOf(response).toString('hex')) ? fresh : others).push(response)

  const withContent = (responses: readonly FiledResponse[]) => responses.filter(({ content }) => content !== null).map(wholeOf)
  await insertSendingKeys(db, commissioner.id, withContent(fresh))
  const known = await findSendingKeys(db, withContent(others))
  const rejected = others
    .filter((response) => response.content !== null && !known.has(wholeOf(response).toString('hex')))
    .map(({ row }) => ({ row, reason: 'Its id came with other answers before' }))
  return { fresh, already: others.length - rejected.length, rejected }
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { CodedPart, Round, RoundAnswer } from '../round.ts'
import { listFinished, listRoundCoders, listStandingComments } from './coders.ts'

type Db = Owned<'agreements'>

/**
 * What each coder of a round has decided by now: about the comments they finished, and only what they coded themselves. A comment that is
 * not finished is no answer. A coder is known here by their membership.
 */
export async function readAnswers(db: Db, round: Pick<Round, 'id' | 'frameId'>): Promise<RoundAnswer[]> {
  const comments = await listStandingComments(db, round.id)
  const coders = new Set((await listRoundCoders(db, round.id)).map(({ id }) => id))
  const finished = (await listFinished(db, round, comments)).filter(({ membershipId }) => coders.has(membershipId ?? ''))
  const codings = await db
    .selectFrom('current_codings')
    .select(['contribution_id', 'coder_id', 'theme_id', 'start_at', 'end_at'])
    .where(sql<boolean>`contribution_id = any(${comments}::uuid[])`)
    .where(sql<boolean>`(theme_id in (select t.id from frame_themes t where t.frame_id = ${round.frameId})) is true`)
    .orderBy('start_at')
    .orderBy('id')
    .execute()
  const felt = await db
    .selectFrom('current_sentiments')
    .select(['contribution_id', 'coder_id', 'value'])
    .where(sql<boolean>`contribution_id = any(${comments}::uuid[])`)
    .execute()
  const own = Map.groupBy(codings, (row) => `${row.contribution_id} ${row.coder_id}`)
  const sentiments = new Map(felt.map((row) => [`${row.contribution_id} ${row.coder_id}`, row.value]))
  return finished.map(({ contributionId, membershipId, codingAs }) => {
    const coded = own.get(`${contributionId} ${codingAs}`) ?? []
    return {
      contributionId,
      coderId: membershipId!,
      themeIds: [...new Set(coded.map((row) => row.theme_id))].sort(),
      parts: coded.flatMap(({ theme_id: theme, start_at: start, end_at: end }) =>
        start === null || end === null ? [] : [{ theme, start, end }],
      ),
      sentiment: sentiments.get(`${contributionId} ${codingAs}`) ?? null,
    }
  })
}

/** Keep what was decided, as it is now. */
export async function insertAnswers(db: Db, commissionerId: string, roundId: string, answers: readonly RoundAnswer[]) {
  await sql`insert into round_answers (commissioner_id, round_id, contribution_id, membership_id, theme_ids, spans, sentiment)
    select ${commissionerId}::uuid, ${roundId}::uuid, a."contributionId", a."coderId", a."themeIds", a.parts, a.sentiment
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a ("contributionId" uuid, "coderId" uuid, "themeIds" uuid[], parts jsonb, sentiment integer)`.execute(
    db,
  )
}

/** What was decided when the round was closed, in the order of its comments; of one comment where that is asked. */
export async function listAnswers(db: Db, roundId: string, contributionId?: string): Promise<(RoundAnswer & { place: number })[]> {
  const rows = await db
    .selectFrom('round_answers as a')
    .innerJoin('round_comments as c', (join) =>
      join.onRef('c.round_id', '=', 'a.round_id').onRef('c.contribution_id', '=', 'a.contribution_id'),
    )
    .select([
      'a.contribution_id as contributionId',
      'a.membership_id as coderId',
      'a.theme_ids as themeIds',
      'a.spans',
      'a.sentiment',
      'c.place',
    ])
    .where('a.round_id', '=', roundId)
    .$if(contributionId !== undefined, (query) => query.where('a.contribution_id', '=', contributionId!))
    .orderBy('c.place')
    .orderBy('a.membership_id')
    .execute()
  return rows.map(({ spans, ...row }) => ({ ...row, parts: spans as CodedPart[] }))
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Settlement } from '../round.ts'

type Db = Owned<'agreements'>

/** The latest settlement of each comment of a round. */
export async function listSettlements(db: Db, roundId: string): Promise<Map<string, Settlement>> {
  const rows = await db
    .selectFrom('settlements as t')
    .leftJoin('staff as s', 's.id', 't.settled_by')
    .select([
      't.contribution_id as contributionId',
      't.theme_ids as themeIds',
      't.reason',
      's.name as settledBy',
      't.settled_at as settledAt',
    ])
    .distinctOn('t.contribution_id')
    .where('t.round_id', '=', roundId)
    .orderBy('t.contribution_id')
    .orderBy('t.id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.contributionId, row]))
}

export const insertSettlement = (
  db: Db,
  row: {
    commissioner_id: string
    id: string
    round_id: string
    contribution_id: string
    theme_ids: string[]
    reason: string | null
    settled_by: string | null
    settled_at: Date
  },
) => db.insertInto('settlements').values(row).execute()

/** The words of a comment, for those who lay answers beside them; null where they may no longer be read. */
export async function findWords(
  db: Db,
  contributionId: string,
): Promise<{ words: string; questionText: string | null; saidOn: string } | null> {
  if (!isId(contributionId)) throw new NotFound()
  const row = await db
    .selectFrom('readable_contributions')
    .select(['words', 'question_text as questionText', 'said_on as saidOn'])
    .where('id', '=', contributionId)
    .where(sql<boolean>`'coder' = any(audiences)`)
    .executeTakeFirst()
  return row?.words ? { ...row, words: row.words } : null
}

/** What counts of a comment with this frame, whoever coded it: which coding, and under which theme. */
export const listStanding = (db: Db, contributionId: string, frameId: string): Promise<{ id: string; themeId: string }[]> =>
  db
    .selectFrom('current_codings as k')
    .innerJoin('frame_themes as t', 't.id', 'k.theme_id')
    .select(['k.id', 'k.theme_id as themeId'])
    .where('k.contribution_id', '=', contributionId)
    .where('t.frame_id', '=', frameId)
    .orderBy('k.id')
    .execute()

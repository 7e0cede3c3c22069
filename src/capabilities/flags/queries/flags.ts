import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Flag, Kind, NewFlag } from '../flag.ts'

type Db = Owned<'flags'>

const atOnce = 1000

/** Raise these flags; one that stands already is left as it is. */
export async function insertFlags(db: Db, commissionerId: string, flags: readonly NewFlag[]) {
  for (let from = 0; from < flags.length; from += atOnce)
    await db
      .insertInto('flags')
      .values(
        flags.slice(from, from + atOnce).map((flag) => ({
          commissioner_id: commissionerId,
          id: flag.id,
          response_id: flag.responseId,
          kind: flag.kind,
          signs: [...flag.signs],
          group_id: flag.groupId,
          contribution_id: flag.contributionId,
          raised_at: flag.raisedAt,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** The flags of one response, oldest first. */
export async function listFlagsOf(db: Db, responseId: string): Promise<Flag[]> {
  const rows = await db
    .selectFrom('flags as f')
    .leftJoin('flag_leavings as l', 'l.flag_id', 'f.id')
    .select([
      'f.id',
      'f.response_id as responseId',
      'f.kind',
      'f.signs',
      'f.group_id as groupId',
      'f.contribution_id as contributionId',
      'f.raised_at as raisedAt',
      'l.left_at as leftAt',
    ])
    .where('f.response_id', '=', responseId)
    .orderBy('f.raised_at')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}

/** Leave the responses as they are whose flags these are: of one group, or of one response. Those set aside stay so. Answers with how many. */
export async function insertLeavings(
  db: Db,
  commissionerId: string,
  { of, by, at }: { of: { groupId: string } | { responseId: string }; by: string | null; at: Date },
): Promise<number> {
  const which = 'groupId' in of ? sql`f.group_id = ${of.groupId}` : sql`f.response_id = ${of.responseId}`
  const { numAffectedRows } = await sql`
    insert into flag_leavings (commissioner_id, flag_id, left_by, left_at)
    select ${commissionerId}, f.id, ${by}, ${at} from flags f join standing_responses r on r.id = f.response_id
    where ${which} and not r.set_aside on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** The responses of a group, in the order they came, and whether they are set aside. */
export const listResponsesOf = (db: Db, groupId: string): Promise<{ id: string; setAside: boolean }[]> =>
  db
    .selectFrom('flags as f')
    .innerJoin('standing_responses as r', 'r.id', 'f.response_id')
    .select(['r.id', 'r.set_aside as setAside'])
    .where('f.group_id', '=', groupId)
    .orderBy('r.received_at')
    .orderBy('r.id')
    .execute()

/** Why a response is set aside; null where it counts. */
export async function findSetAside(db: Db, responseId: string): Promise<{ reason: string; at: Date } | null> {
  const row = await db
    .selectFrom('set_aside_responses')
    .select(['reason', 'excluded_at as at'])
    .where('response_id', '=', responseId)
    .executeTakeFirst()
  return row ?? null
}

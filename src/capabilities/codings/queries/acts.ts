import type { Db as Owned } from '#platform/db.ts'
import type { Act } from '../act.ts'

type Db = Owned<'codings'>

export const insertAct = (db: Db, commissionerId: string, { id, at, ...act }: Act & { at: Date }) =>
  db
    .insertInto('coding_acts')
    .values({
      commissioner_id: commissionerId,
      id,
      coder_id: act.coderId,
      contribution_id: act.contributionId,
      frame_id: act.frameId,
      codings_made: [...act.made],
      codings_removed: [...act.removed],
      finished: [...act.finished],
      sentiments_made: [...act.sentiments],
      mark_made: act.markMade,
      mark_removed: act.markRemoved,
      done_at: at,
    })
    .execute()

/** The latest thing this coder did with this frame since a moment, and has not undone. */
export async function findLastAct(
  db: Db,
  { coderId, frameId, since }: { coderId: string; frameId: string; since: Date },
): Promise<Act | null> {
  const row = await db
    .selectFrom('coding_acts as a')
    .selectAll('a')
    .where('a.coder_id', '=', coderId)
    .where('a.done_at', '>', since)
    .where((eb) => eb.or([eb('a.frame_id', '=', frameId), eb('a.frame_id', 'is', null)]))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('coding_act_undoings as u').select('u.act_id').whereRef('u.act_id', '=', 'a.id'))))
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    coderId: row.coder_id,
    contributionId: row.contribution_id,
    frameId: row.frame_id,
    made: row.codings_made,
    removed: row.codings_removed,
    finished: row.finished,
    sentiments: row.sentiments_made,
    markMade: row.mark_made,
    markRemoved: row.mark_removed,
  }
}

export const insertUndoing = (db: Db, row: { commissioner_id: string; act_id: string; undone_at: Date }) =>
  db.insertInto('coding_act_undoings').values(row).execute()

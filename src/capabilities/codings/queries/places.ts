import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'codings'>

interface At {
  frameId: string
  batchId: string
  membershipId: string
}

/** The comment that a coder had open last in a batch, and those before it, latest first. */
export async function findPlace(db: Db, { frameId, batchId, membershipId }: At) {
  const row = await db
    .selectFrom('coder_places')
    .select(['contribution_id as contributionId', 'before'])
    .where('frame_id', '=', frameId)
    .where('batch_id', '=', batchId)
    .where('membership_id', '=', membershipId)
    .executeTakeFirst()
  return row ?? null
}

/** A coder opens a comment. What they had open before is remembered, fifty comments back. */
export const movePlace = (
  db: Db,
  commissionerId: string,
  { frameId, batchId, membershipId, contributionId, at }: At & { contributionId: string; at: Date },
) =>
  sql`insert into coder_places as p (commissioner_id, frame_id, batch_id, membership_id, contribution_id, opened_at)
    values (${commissionerId}::uuid, ${frameId}::uuid, ${batchId}::uuid, ${membershipId}::uuid, ${contributionId}::uuid, ${at}::timestamptz)
    on conflict (commissioner_id, frame_id, batch_id, membership_id) do update set opened_at = excluded.opened_at,
      contribution_id = excluded.contribution_id,
      before = case when p.contribution_id = excluded.contribution_id then p.before else (p.contribution_id || p.before)[:50] end`.execute(
    db,
  )

/** Batches and frames that somebody had open since a moment. */
export const listOpenBatches = (db: Db, since: Date) =>
  db.selectFrom('coder_places').select(['frame_id as frameId', 'batch_id as batchId']).distinct().where('opened_at', '>', since).execute()

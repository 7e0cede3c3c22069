import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'codings'>

interface Finishing {
  frameId: string
  coderId: string
  contributionIds: readonly string[]
  finishedAt: Date
}

/**
 * This coder has decided about these comments with this frame; a second time changes nothing. One statement for any number.
 * Answers with those that were not finished by them before.
 */
export async function finishComments(
  db: Db,
  commissionerId: string,
  { frameId, coderId, contributionIds, finishedAt }: Finishing,
): Promise<string[]> {
  const { rows } = await sql<{ contribution_id: string }>`
    insert into finished_codings (commissioner_id, contribution_id, frame_id, coder_id, finished_at)
    select ${commissionerId}::uuid, c, ${frameId}::uuid, ${coderId}::uuid, ${finishedAt}::timestamptz from unnest(${[...contributionIds]}::uuid[]) as c
    on conflict do nothing returning contribution_id`.execute(db)
  return rows.map((row) => row.contribution_id)
}

/** This coder has not decided about them after all. */
export const deleteFinished = (db: Db, { coderId, frameId, contributionIds }: Omit<Finishing, 'finishedAt'>) =>
  db
    .deleteFrom('finished_codings')
    .where('frame_id', '=', frameId)
    .where('coder_id', '=', coderId)
    .where(sql<boolean>`contribution_id = any(${[...contributionIds]}::uuid[])`)
    .execute()

/** Who has finished a comment with this frame, as coders. */
export const listFinishers = (db: Db, { contributionId, frameId }: { contributionId: string; frameId: string }) =>
  db
    .selectFrom('finished_comments')
    .select(['coder_id as coderId', 'coder_name as name', 'coder_kind as kind'])
    .where('frame_id', '=', frameId)
    .where('contribution_id', '=', contributionId)
    .orderBy('finished_at')
    .execute()

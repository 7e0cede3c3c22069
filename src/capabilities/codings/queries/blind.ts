import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'codings'>

/** True while somebody is to code this comment blind with this frame: nobody sees what others coded, nor any suggestion. */
export async function isBlind(db: Db, { contributionId, frameId }: { contributionId: string; frameId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('blind_comments')
    .select('round_id')
    .where('contribution_id', '=', contributionId)
    .where('frame_id', '=', frameId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Leaves out codings of comments that are to be coded blind, but for the reader's own. `coding` names a column that holds a coding's id. */
export const seenBy = (membershipId: string | null, coding: string) => sql<boolean>`not exists (
  select from concealed_codings x where x.id = ${sql.ref(coding)} and x.membership_id is distinct from ${membershipId}::uuid)`

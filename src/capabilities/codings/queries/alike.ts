import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Batch } from '../batch.ts'
import { isReadableIn, listComments } from './comments.ts'

type Db = Owned<'codings'>

interface Beside {
  part: Pick<Batch, 'kind' | 'id'>
  frameId: string
  contributionId: string
}

/**
 * Other comments of a batch that say nearly the same, and that nobody has finished with this frame: by the campaigns that were found among
 * responses, and by what suggestions grouped. Those to be coded blind are read one by one, and left out. Each is looked up by itself, so that
 * a page does not read a whole batch for a few.
 */
async function alike(db: Db, { part, frameId, contributionId }: Beside, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with alike as materialized (
      select contribution_id as id from campaign_comments where group_id in (
        select group_id from campaign_comments where contribution_id = ${contributionId})
      union select contribution_id from suggestion_queue where frame_id = ${frameId} and same_words = (
        select same_words from suggestion_queue where frame_id = ${frameId} and contribution_id = ${contributionId}))
    select a.id from alike a
    where a.id <> ${contributionId}
      and (select true from finished_codings f where f.frame_id = ${frameId} and f.contribution_id = a.id limit 1) is null
      and (select true from blind_comments b where b.frame_id = ${frameId} and b.contribution_id = a.id limit 1) is null
      and ${isReadableIn(part, 'a.id')}
    order by a.id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** How many there are, up to a limit. */
export const countAlike = async (db: Db, beside: Beside, limit: number): Promise<number> => (await alike(db, beside, limit)).length

/** Which they are, up to a limit, with their words; `same` where those are the same to the letter. */
export async function listAlike(db: Db, beside: Beside & { words: string }, limit: number) {
  const comments = await listComments(db, await alike(db, beside, limit))
  return comments.map(({ id, words }) => ({ id, words, same: words === beside.words }))
}

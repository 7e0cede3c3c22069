import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'suggestions'>

/** One learning at a time in the whole installation: false where another goes on. Held until this transaction ends, also when its process dies. */
export async function takeTurn(db: Db): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtextextended('a learning', 0)) as taken`.execute(db)
  return rows[0]!.taken
}

/** The frames somebody codes with, or asked suggestions of. */
export async function listFramesInUse(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from known_frames f
    where exists (select from suggested_batches b where b.frame_id = f.id) or exists (select from finished_comments c where c.frame_id = f.id)
    order by id`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * How many comments somebody decided about with a frame, whose words may be read and which nobody is to code blind: what it may learn from.
 * Fewer than a model learned from where something was taken back since. An answer without words that a file labelled is none.
 */
export async function countDecided(db: Db, frameId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from readable_contributions r where r.words is not null
      and r.id in (select f.contribution_id from finished_comments f where f.frame_id = ${frameId} and f.coder_kind <> 'machine')
      and r.id not in (select b.contribution_id from blind_comments b where b.frame_id = ${frameId})`.execute(db)
  return rows[0]!.count
}

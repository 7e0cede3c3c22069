import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'codings'>

/** The key that stands for each theme of a frame, put away or not. */
export async function listKeys(db: Db, frameId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('theme_keys').select(['theme_id', 'key']).where('frame_id', '=', frameId).execute()
  return new Map(rows.map((row) => [row.theme_id, row.key]))
}

export async function insertKeys(db: Db, commissionerId: string, frameId: string, keys: ReadonlyMap<string, string>) {
  if (keys.size === 0) return
  await db
    .insertInto('theme_keys')
    .values([...keys].map(([theme_id, key]) => ({ commissioner_id: commissionerId, frame_id: frameId, theme_id, key })))
    // Two coders may open a new frame in the same moment.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteKeys = (db: Db, frameId: string) => db.deleteFrom('theme_keys').where('frame_id', '=', frameId).execute()

export const lockKeys = (db: Db, frameId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`theme keys ${frameId}`}, 0))`.execute(db)

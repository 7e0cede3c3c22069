import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'themes'>

/** The frames that these themes are of, in the order in which everybody locks them. */
export async function frameOf(db: Db, themeIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('themes')
    .select('frame_id')
    .distinct()
    .where(sql<boolean>`id = any(${[...themeIds]}::uuid[])`)
    .orderBy('frame_id')
    .execute()
  return rows.map((row) => row.frame_id)
}

/** Which theme each of these is now: itself, or the one it became by merges that stand. */
export async function listBecome(db: Db, themeIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; now: string }>`
    with recursive walk (id, now, step) as (
      select id, id, 0 from unnest(${[...themeIds]}::uuid[]) as id
      union all
      select w.id, b.into_id, w.step + 1 from walk w join become_themes b on b.theme_id = w.now)
    select distinct on (id) id, now from walk order by id, step desc`.execute(db)
  return new Map(rows.map((row) => [row.id, row.now]))
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Merge, Move } from '../merge.ts'

type Db = Owned<'themes'>

const merges = (db: Db) =>
  db
    .selectFrom('theme_merges as m')
    .leftJoin('theme_merge_reversals as r', 'r.merge_id', 'm.id')
    .select([
      'm.id',
      'm.frame_id as frameId',
      'm.theme_id as themeId',
      'm.into_id as intoId',
      'm.version',
      'm.reason',
      'm.merged_at as mergedAt',
    ])
    .select(sql<boolean>`r.merge_id is not null`.as('reversed'))

export async function findMerge(db: Db, id: string): Promise<Merge> {
  const merge = isId(id) ? await merges(db).where('m.id', '=', id).executeTakeFirst() : undefined
  if (!merge) throw new NotFound()
  return merge
}

/** The merges that stand and that this theme was a part of, latest first. */
export const listMergesOf = (db: Db, themeId: string): Promise<Merge[]> =>
  merges(db)
    .where((eb) => eb.or([eb('m.theme_id', '=', themeId), eb('m.into_id', '=', themeId)]))
    .where('r.merge_id', 'is', null)
    .orderBy('m.id', 'desc')
    .execute()

/** What this theme became, if it did. */
export const findMergeOf = async (db: Db, themeId: string): Promise<Merge | undefined> =>
  isId(themeId) ? merges(db).where('m.theme_id', '=', themeId).where('r.merge_id', 'is', null).executeTakeFirst() : undefined

export const insertMerge = (
  db: Db,
  row: {
    commissioner_id: string
    id: string
    frame_id: string
    theme_id: string
    into_id: string
    version: number
    reason: string
    merged_by: string | null
    merged_at: Date
  },
) => db.insertInto('theme_merges').values(row).execute()

export const insertReversal = (
  db: Db,
  row: { commissioner_id: string; merge_id: string; reason: string; reversed_by: string | null; reversed_at: Date },
) => db.insertInto('theme_merge_reversals').values(row).execute()

/** Where the themes stood that a merge moved, of those that still stand where it put them. */
export async function listPlacesBefore(db: Db, { frameId, version, themeId }: Merge): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select w.theme_id as id, b.parent_id as "parentId"
    from theme_wordings w
    join current_themes c on c.id = w.theme_id and c.parent_id is not distinct from w.parent_id
    cross join lateral (
      select parent_id from theme_wordings p where p.theme_id = w.theme_id and p.version < w.version order by p.version desc limit 1) b
    where w.frame_id = ${frameId} and w.version = ${version} and w.theme_id <> ${themeId}
    order by w.theme_id`.execute(db)
  return rows
}

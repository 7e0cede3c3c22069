import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Split, SplitPart } from '../split.ts'

type Db = Owned<'themes'>

const splits = (db: Db) =>
  db
    .selectFrom('theme_splits as s')
    .leftJoin('theme_split_closures as c', 'c.split_id', 's.id')
    .select(['s.id', 's.frame_id as frameId', 's.theme_id as themeId', 's.reason', 's.split_at as splitAt'])
    .select(sql<boolean>`c.split_id is not null`.as('closed'))

export async function findSplit(db: Db, id: string): Promise<Split> {
  const split = isId(id) ? await splits(db).where('s.id', '=', id).executeTakeFirst() : undefined
  if (!split) throw new NotFound()
  return split
}

/** The split of this theme that nobody has closed yet. */
export const findOpenSplit = (db: Db, themeId: string): Promise<Split | undefined> =>
  splits(db).where('s.theme_id', '=', themeId).where('c.split_id', 'is', null).orderBy('s.id', 'desc').executeTakeFirst()

export interface PartRow {
  theme_id: string
  place: number
  words: string[]
}

export async function insertSplit(
  db: Db,
  split: {
    commissioner_id: string
    id: string
    frame_id: string
    theme_id: string
    reason: string
    split_by: string | null
    split_at: Date
  },
  parts: readonly PartRow[],
) {
  await db.insertInto('theme_splits').values(split).execute()
  await db
    .insertInto('theme_split_parts')
    .values(parts.map((part) => ({ ...part, commissioner_id: split.commissioner_id, split_id: split.id })))
    .execute()
}

/** The parts as they were made, with what they are called now, put away or not. */
export const listParts = (db: Db, splitId: string): Promise<SplitPart[]> =>
  db
    .selectFrom('theme_split_parts as p')
    .innerJoin('named_themes as t', 't.id', 'p.theme_id')
    .select(['p.theme_id as themeId', 't.name', 'p.words'])
    .where('p.split_id', '=', splitId)
    .orderBy('p.place')
    .execute()

export const insertSplitClosure = (db: Db, row: { commissioner_id: string; split_id: string; closed_by: string | null; closed_at: Date }) =>
  db
    .insertInto('theme_split_closures')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()

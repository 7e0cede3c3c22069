import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { isId } from '#platform/ids.ts'
import type { Split, SplitProgress, ToSort } from '../split.ts'

type Db = Owned<'themes'>

/** Comments coded under the theme before it was split, on which nobody has decided yet. Each once. */
const coded = ({ id, themeId, splitAt }: Split) => sql`
  select distinct k.contribution_id from current_codings k where k.theme_id = ${themeId} and k.made_at <= ${splitAt}
    and not exists (select from theme_split_sortings s where s.split_id = ${id} and s.contribution_id = k.contribution_id)`

// Nobody sees what others coded in a comment that someone codes blind just now.
const isBlind = ({ frameId }: Split) =>
  sql`exists (select from blind_comments b where b.frame_id = ${frameId} and b.contribution_id = c.contribution_id)`

/** The next comments to sort, by key, after one of them. */
export async function listToSort(db: Db, split: Split, { after, limit }: { after?: string | undefined; limit: number }): Promise<ToSort[]> {
  const { rows } = await sql<ToSort>`
    select r.id, r.words, r.question_text as "questionText", r.said_on as "saidOn"
    from (${coded(split)}) c join readable_contributions r on r.id = c.contribution_id and r.words is not null and 'coder' = any(r.audiences)
    where not ${isBlind(split)} ${after !== undefined && isId(after) ? sql`and r.id > ${after}` : sql``}
    order by r.id limit ${limit}`.execute(db)
  return rows
}

export async function countSorting(db: Db, split: Split): Promise<SplitProgress> {
  const { rows } = await sql<SplitProgress>`
    select count(*) filter (where not blind) as left, count(*) filter (where blind) as waiting,
      (select count(*) from theme_split_sortings s where s.split_id = ${split.id}) as sorted
    from (select ${isBlind(split)} as blind from (${coded(split)}) c) as marked`.execute(db)
  return rows[0] ?? { sorted: 0, left: 0, waiting: 0 }
}

/** Which of these comments can be sorted now. */
export async function listSortable(db: Db, split: Split, contributionIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ contribution_id: string }>`
    select c.contribution_id from (${coded(split)}) c
    where c.contribution_id = any(${contributionIds.filter(isId)}::uuid[]) and not ${isBlind(split)}`.execute(db)
  return new Set(rows.map((row) => row.contribution_id))
}

export const insertSortings = (
  db: Db,
  rows: readonly {
    commissioner_id: string
    split_id: string
    contribution_id: string
    theme_id: string
    sorted_by: string | null
    sorted_at: Date
  }[],
) =>
  db
    .insertInto('theme_split_sortings')
    .values([...rows])
    .execute()

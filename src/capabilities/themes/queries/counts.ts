import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { ThemeCount } from '../frame.ts'

type Db = Owned<'themes'>

const nothing: ThemeCount = { comments: 0, responses: 0 }

/** How many comments, and how many responses they are from, speak of each theme of a frame; a theme nobody spoke of is absent. */
export async function countByTheme(db: Db, frameId: string): Promise<Map<string, ThemeCount>> {
  const rows = await db
    .selectFrom('current_codings as k')
    .innerJoin('themes as t', 't.id', 'k.theme_id')
    .select([
      'k.theme_id',
      sql<number>`count(distinct k.contribution_id)`.as('comments'),
      sql<number>`count(distinct k.response_id)`.as('responses'),
    ])
    .where('t.frame_id', '=', frameId)
    .groupBy('k.theme_id')
    .execute()
  return new Map(rows.map(({ theme_id, ...count }) => [theme_id, count]))
}

/** How many comments, and how many responses they are from, speak of this theme. */
export async function countUnder(db: Db, themeId: string): Promise<ThemeCount> {
  const row = await db
    .selectFrom('current_codings')
    .select([sql<number>`count(distinct contribution_id)`.as('comments'), sql<number>`count(distinct response_id)`.as('responses')])
    .where('theme_id', '=', themeId)
    .executeTakeFirst()
  return row ?? nothing
}

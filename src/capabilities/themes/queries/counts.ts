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

/** Comments that speak of a theme itself, and those that speak of it or of any below it, each once. */
export interface TreeCount {
  own: number
  family: number
}

/** The same for a whole tree of themes. What was put away counts with what it stood under. A theme of which nobody spoke is absent. */
export async function countTree(db: Db, frameId: string): Promise<Map<string, TreeCount>> {
  const { rows } = await sql<TreeCount & { id: string }>`
    with recursive tree as materialized (select id, parent_id from named_themes where frame_id = ${frameId}),
    up (id, above) as (select id, id from tree union select up.id, tree.parent_id from up join tree on tree.id = up.above where tree.parent_id is not null),
    coded as materialized (select distinct k.theme_id, k.contribution_id from tree join current_codings k on k.theme_id = tree.id),
    own as (select theme_id, count(*) as comments from coded group by 1),
    families as (
      select up.above, count(distinct coded.contribution_id) as comments from up join coded on coded.theme_id = up.id
      where up.above in (select parent_id from tree) group by 1)
    select t.id, coalesce(o.comments, 0) as own, coalesce(f.comments, o.comments) as family
    from tree t left join own o on o.theme_id = t.id left join families f on f.above = t.id
    where coalesce(f.comments, o.comments) > 0`.execute(db)
  return new Map(rows.map(({ id, ...count }) => [id, count]))
}

/** How many comments speak of any of these themes, each once. */
export async function countTogether(db: Db, themeIds: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('current_codings')
    .select(sql<number>`count(distinct contribution_id)`.as('comments'))
    .where('theme_id', 'in', [...themeIds])
    .executeTakeFirst()
  return row?.comments ?? 0
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

import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'findings'>

/** What themes are called now, those no longer used too. */
export async function themeNames(ctx: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const kind = ctx.slots.threadKinds.find((one) => one.kind === 'theme')
  const nodes = ids.length > 0 && kind ? await kind.describe(ctx, ids) : []
  const names = new Map(nodes.map(({ id, label }) => [id, label]))
  return (id) => names.get(id) ?? 'A theme'
}

/** The theme that each of these has become, through however many merges; itself where it stands alone. */
export async function themesNow(db: Db, ids: readonly string[]): Promise<(id: string) => string> {
  const { rows } = await sql<{ id: string; now: string }>`
    with recursive way as (
      select theme_id as id, into_id as now, 1 as steps from become_themes where theme_id = any(${[...ids]}::uuid[])
      union all
      select w.id, b.into_id, w.steps + 1 from way w join become_themes b on b.theme_id = w.now where w.steps < 100)
    select distinct on (id) id, now from way order by id, steps desc`.execute(db)
  const known = new Map(rows.map(({ id, now }) => [id, now]))
  return (id) => known.get(id) ?? id
}

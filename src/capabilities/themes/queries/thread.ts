import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { ThreadKind, ThreadNode } from '#platform/slots.ts'
import { paths } from '../paths.ts'

type Db = Owned<'themes'>

const nodes = (db: Db) =>
  db
    .selectFrom('theme_wordings as w')
    .innerJoin('frame_versions as v', (join) => join.onRef('v.frame_id', '=', 'w.frame_id').onRef('v.number', '=', 'w.version'))
    .select([
      'w.theme_id as id',
      'w.name',
      'w.retired',
      sql<Date>`first_value(v.made_at) over (partition by w.theme_id order by w.version)`.as('at'),
    ])
    .distinctOn('w.theme_id')
    .orderBy('w.theme_id', 'desc')
    .orderBy('w.version', 'desc')

const asNode =
  (commissioner: string) =>
  ({ id, name, retired, at }: { id: string; name: string; retired: boolean; at: Date }): ThreadNode => ({
    kind: 'theme',
    id,
    label: retired ? `${name} (no longer used)` : name,
    at,
    href: paths.theme({ commissioner, theme: id }),
  })

export const themeNodes: ThreadKind = {
  kind: 'theme',
  async describe(ctx, ids) {
    const rows = await nodes(ctx.db).where(sql<boolean>`w.theme_id = any(${ids}::uuid[])`).execute()
    return rows.map(asNode(ctx.commissioner.slug))
  },
  async list(ctx) {
    return (await nodes(ctx.db).limit(500).execute()).map(asNode(ctx.commissioner.slug))
  },
}

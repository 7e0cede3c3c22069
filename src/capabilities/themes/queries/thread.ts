import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { ThreadJoin, ThreadKind, ThreadNode } from '#platform/slots.ts'
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

const pairsOf = (db: Db, view: 'thread_codings' | 'current_codings', column: 'contribution_id' | 'theme_id', ids: readonly string[]) =>
  db
    .selectFrom(view)
    .select(['contribution_id as from', 'theme_id as to'])
    .distinct()
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()

/** A comment whose coding was carried on when a theme was merged or split still leads to what was found of the theme while it stood there. */
async function oncePairs(db: Db, column: 'contribution_id' | 'theme_id', ids: readonly string[]) {
  const current = new Set((await pairsOf(db, 'current_codings', column, ids)).map(({ from, to }) => `${from} ${to}`))
  return (await pairsOf(db, 'thread_codings', column, ids)).filter(({ from, to }) => !current.has(`${from} ${to}`))
}

export const onceCodedAs: ThreadJoin = {
  from: 'contribution',
  to: 'theme',
  relation: 'was once coded as',
  forward: (ctx, fromIds) => oncePairs(ctx.db, 'contribution_id', fromIds),
  backward: (ctx, toIds) => oncePairs(ctx.db, 'theme_id', toIds),
}

/** Only where all that was said under it went there: what was sorted elsewhere before would seem to speak of a theme that it never did. */
async function becomePairs(db: Db, column: 'theme_id' | 'into_id', ids: readonly string[]) {
  const pairs = await db
    .selectFrom('become_themes')
    .select(['theme_id as from', 'into_id as to'])
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()
  if (pairs.length === 0) return []
  const themeIds = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))]
  const said = Map.groupBy(await pairsOf(db, 'thread_codings', 'theme_id', themeIds), ({ to }) => to)
  return pairs.filter(({ from, to }) => {
    const there = new Set(said.get(to)?.map((pair) => pair.from))
    return (said.get(from) ?? []).every((pair) => there.has(pair.from))
  })
}

export const became: ThreadJoin = {
  from: 'theme',
  to: 'theme',
  relation: 'became',
  forward: (ctx, fromIds) => becomePairs(ctx.db, 'theme_id', fromIds),
  backward: (ctx, toIds) => becomePairs(ctx.db, 'into_id', toIds),
}

import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import { mayLook } from '#platform/roles.ts'
import type { ThreadJoin, ThreadKind, ThreadNode } from '#platform/slots.ts'
import { paths } from '../paths.ts'

type Db = Owned<'findings'>

const nodes = (db: Db) =>
  db
    .selectFrom('findings as f')
    .leftJoin('finding_withdrawals as w', 'w.finding_id', 'f.id')
    .leftJoin('finding_publications as p', 'p.finding_id', 'f.id')
    .select(['f.id', 'f.title', 'f.made_at', 'w.withdrawn_at', 'p.published_at'])
    // A decision that answers a finding in public has made the finding public with it.
    .select(
      sql<boolean>`exists (select from current_finding_answers a join published_decisions d on d.id = a.decision_id where a.finding_id = f.id)`.as(
        'answered',
      ),
    )
    .orderBy('f.id', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof nodes>['executeTakeFirstOrThrow']>>

function asNode(ctx: Context, row: Row): ThreadNode {
  const mayRead = mayLook(ctx.actor) || row.published_at !== null || row.answered
  const title = row.withdrawn_at ? `${row.title} (withdrawn)` : row.title
  return {
    kind: 'finding',
    id: row.id,
    label: mayRead ? title : 'A finding that is not published yet',
    at: row.made_at,
    href: mayLook(ctx.actor) ? paths.finding({ commissioner: ctx.commissioner.slug, finding: row.id }) : null,
  }
}

export const findingNodes: ThreadKind = {
  kind: 'finding',
  async describe(ctx, ids) {
    const rows = await nodes(ctx.db).where(sql<boolean>`f.id = any(${ids}::uuid[])`).execute()
    return rows.map((row) => asNode(ctx, row))
  },
  async list(ctx) {
    return (await nodes(ctx.db).limit(500).execute()).map((row) => asNode(ctx, row))
  },
}

const themePairs = (db: Db, column: 'theme_id' | 'finding_id', ids: readonly string[]) =>
  db
    .selectFrom('finding_themes')
    .select(['theme_id as from', 'finding_id as to'])
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()

export const isEvidenceFor: ThreadJoin = {
  from: 'theme',
  to: 'finding',
  relation: 'is evidence for',
  forward: (ctx, fromIds) => themePairs(ctx.db, 'theme_id', fromIds),
  backward: (ctx, toIds) => themePairs(ctx.db, 'finding_id', toIds),
}

const quotePairs = (db: Db, column: 'contribution_id' | 'finding_id', ids: readonly string[]) =>
  db
    .selectFrom('finding_quotes')
    .select(['contribution_id as from', 'finding_id as to'])
    .distinct()
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()

export const isQuotedIn: ThreadJoin = {
  from: 'contribution',
  to: 'finding',
  relation: 'is quoted in',
  forward: (ctx, fromIds) => quotePairs(ctx.db, 'contribution_id', fromIds),
  backward: (ctx, toIds) => quotePairs(ctx.db, 'finding_id', toIds),
}

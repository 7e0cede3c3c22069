import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { ThreadJoin } from '#platform/slots.ts'

type Db = Owned<'codings'>

const pairs = (db: Db, column: 'contribution_id' | 'theme_id', ids: readonly string[]) =>
  db
    .selectFrom('current_codings')
    .select(['contribution_id as from', 'theme_id as to'])
    .distinct()
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()

export const codedAs: ThreadJoin = {
  from: 'contribution',
  to: 'theme',
  relation: 'was coded as',
  forward: (ctx, fromIds) => pairs(ctx.db, 'contribution_id', fromIds),
  backward: (ctx, toIds) => pairs(ctx.db, 'theme_id', toIds),
}

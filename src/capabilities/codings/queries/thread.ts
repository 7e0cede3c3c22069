import { sql } from 'kysely'
import { type Context, staffId } from '#platform/context.ts'
import type { Db as Owned } from '#platform/db.ts'
import type { ThreadJoin } from '#platform/slots.ts'
import { mayCode } from '../policy.ts'
import { seenBy } from './blind.ts'

type Db = Owned<'codings'>

/** Those who may code follow no thread to what others coded while it is to be coded blind. */
function pairs(ctx: Context, column: 'contribution_id' | 'theme_id', ids: readonly string[]) {
  const db: Db = ctx.db
  return db
    .selectFrom('current_codings')
    .select(['contribution_id as from', 'theme_id as to'])
    .distinct()
    .$if(ctx.actor.kind === 'staff' && mayCode(ctx.actor), (query) => query.where(seenBy(staffId(ctx.actor), 'current_codings.id')))
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()
}

export const codedAs: ThreadJoin = {
  from: 'contribution',
  to: 'theme',
  relation: 'was coded as',
  forward: (ctx, fromIds) => pairs(ctx, 'contribution_id', fromIds),
  backward: (ctx, toIds) => pairs(ctx, 'theme_id', toIds),
}

import type { Db as Owned } from '#platform/db.ts'
import type { SpineKind } from '#platform/slots.ts'
import { codingContent } from '../coding.ts'
import type { SaltedCoding } from './codings.ts'

type Db = Owned<'codings'>

export const asSpine = (row: SaltedCoding) => ({ kind: 'coding', id: row.id, salt: row.salt, content: codingContent(row) })

/** Every coding there ever was, removed or not. */
export const codings: SpineKind = {
  kind: 'coding',
  async read(ctx, afterId, limit) {
    const db: Db = ctx.db
    const rows = await db
      .selectFrom('codings')
      .select(['id', 'contribution_id', 'theme_id', 'coder_id', 'start_at', 'end_at', 'made_at', 'salt'])
      .$if(afterId !== '', (query) => query.where('id', '>', afterId))
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(asSpine)
  },
}

import type { Db as Owned } from '#platform/db.ts'
import type { SpineKind } from '#platform/slots.ts'
import { findingContent } from '../finding.ts'
import { listFindingsById } from './findings.ts'

type Db = Owned<'findings'>

/** Every finding there ever was, withdrawn or not. */
export const findingRows: SpineKind = {
  kind: 'finding',
  async read(ctx, afterId, limit) {
    const db: Db = ctx.db
    const ids = await db
      .selectFrom('findings')
      .select('id')
      .$if(afterId !== '', (query) => query.where('id', '>', afterId))
      .orderBy('id')
      .limit(limit)
      .execute()
    const findings = await listFindingsById(
      db,
      ids.map(({ id }) => id),
    )
    return findings.map((finding) => ({ kind: 'finding', id: finding.id, salt: finding.salt, content: findingContent(finding) }))
  },
}

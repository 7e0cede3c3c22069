import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { SpineKind } from '#platform/slots.ts'
import { contributionContent, responseContent } from '../contribution.ts'

type Db = Owned<'contributions'>

export const responses: SpineKind = {
  kind: 'response',
  async read({ db }, afterId, limit) {
    const rows = await readResponses(db, afterId, limit)
    return rows.map(({ answers, salt, ...row }) => ({ kind: 'response', id: row.id, salt, content: responseContent(row, answers) }))
  },
}

export const contributions: SpineKind = {
  kind: 'contribution',
  async read(ctx, afterId, limit) {
    const db: Db = ctx.db
    const rows = await db.selectFrom('contributions').selectAll().where('id', '>', afterId).orderBy('id').limit(limit).execute()
    return rows.map((row) => ({ kind: 'contribution', id: row.id, salt: row.salt, content: contributionContent(row) }))
  },
}

const readResponses = (db: Db, afterId: string, limit: number) =>
  db
    .selectFrom('responses as r')
    .selectAll('r')
    .select(
      sql<{ question_key: string; choices: string[] }[]>`coalesce((
        select json_agg(json_build_object('question_key', a.question_key, 'choices', a.choices)) from answers a
        where (a.commissioner_id, a.response_id) = (r.commissioner_id, r.id)), '[]')`.as('answers'),
    )
    .where('r.id', '>', afterId)
    .orderBy('r.id')
    .limit(limit)
    .execute()

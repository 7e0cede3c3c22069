import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Sentiment } from '../sentiment.ts'

type Db = Owned<'codings'>

interface SentimentRow {
  id: string
  contributionId: string
  value: Sentiment
}

/** One statement for any number. */
export async function insertSentiments(db: Db, commissionerId: string, rows: readonly SentimentRow[], by: { coderId: string; at: Date }) {
  if (rows.length === 0) return
  await sql`
    insert into sentiment_codings (commissioner_id, id, contribution_id, coder_id, value, made_at)
    select ${commissionerId}::uuid, id, contribution, ${by.coderId}::uuid, value, ${by.at}::timestamptz from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.contributionId)}::uuid[], ${rows.map((row) => row.value)}::integer[]
    ) as s (id, contribution, value)`.execute(db)
}

/** How this coder takes a comment to feel; null where they have not said. */
export async function findSentiment(db: Db, { contributionId, coderId }: { contributionId: string; coderId: string }) {
  const row = await db
    .selectFrom('current_sentiments')
    .select('value')
    .where('contribution_id', '=', contributionId)
    .where('coder_id', '=', coderId)
    .executeTakeFirst()
  return (row?.value ?? null) as Sentiment | null
}

/** What was said of how comments feel is taken back. */
export async function insertSentimentRemovals(
  db: Db,
  commissionerId: string,
  ids: readonly string[],
  by: { removedBy: string | null; at: Date },
) {
  if (ids.length === 0) return
  await sql`
    insert into sentiment_removals (commissioner_id, sentiment_id, removed_by, removed_at)
    select ${commissionerId}::uuid, s, ${by.removedBy}::uuid, ${by.at}::timestamptz from unnest(${ids}::uuid[]) as s
    on conflict do nothing`.execute(db)
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { ContributionRow, ResponseRow } from '../contribution.ts'

type Db = Owned<'contributions'>

export interface Source {
  id: string
  name: string
}

export const findSource = (db: Db, name: string): Promise<Source | undefined> =>
  db.selectFrom('sources').select(['id', 'name']).where('name', '=', name).executeTakeFirst()

export const insertSource = (db: Db, row: { commissioner_id: string; id: string; name: string; added_at: Date }) =>
  db.insertInto('sources').values(row).execute()

/** One import at a time for each source: the others wait until this transaction ends. */
export const lockSource = (db: Db, sourceId: string) => sql`select pg_advisory_xact_lock(hashtextextended(${sourceId}, 0))`.execute(db)

/** The words of those rows of a source that are here already, by key. */
export async function findImported(db: Db, sourceId: string, keys: readonly string[]): Promise<Map<string, string | null>> {
  // Key by key through the index: without statistics, as in a new database, the planner would read the whole source for each batch.
  const { rows } = await sql<{ key: string; words: string | null }>`
    select k.key, c.words from unnest(${keys}::text[]) as k (key)
    cross join lateral (select words from contributions where source_id = ${sourceId} and source_key = k.key limit 1) c`.execute(db)
  return new Map(rows.map((row) => [row.key, row.words]))
}

/** The responses of these respondents of a source, by day. */
export const findResponsesOf = (db: Db, sourceId: string, respondents: readonly string[]) =>
  db
    .selectFrom('responses')
    .select(['id', 'respondent', 'said_on'])
    .where('source_id', '=', sourceId)
    .where('respondent', 'is not', null)
    .where(sql<boolean>`respondent = any(${respondents}::text[])`)
    .execute()

/** The rows of one batch, in one statement of a few long parameters: a parameter for each cell would cost more than the writing. */
export async function insertImported(
  db: Db,
  commissionerId: string,
  { responses, contributions }: { responses: readonly ResponseRow[]; contributions: readonly ContributionRow[] },
) {
  const [first] = contributions
  if (!first) return
  const column = <Row, Key extends keyof Row>(rows: readonly Row[], name: Key) => rows.map((row) => row[name])
  await sql`
    with said as (
      insert into responses (commissioner_id, id, channel, source_id, respondent, place, said_on, received_at, salt)
      select ${commissionerId}::uuid, r.id, 'import', ${first.source_id}::uuid, r.respondent, r.place, r.said_on, ${responses[0]?.received_at ?? null}::timestamptz, r.salt
      from unnest(
        ${column(responses, 'id')}::uuid[], ${column(responses, 'respondent')}::text[], ${column(responses, 'place')}::text[],
        ${column(responses, 'said_on')}::date[], ${column(responses, 'salt')}::bytea[]
      ) as r (id, respondent, place, said_on, salt)
    )
    insert into contributions (commissioner_id, id, response_id, question_text, words, score, salt, source_id, source_key)
    select ${commissionerId}::uuid, c.id, c.response_id, c.question_text, c.words, c.score, c.salt, ${first.source_id}::uuid, c.source_key
    from unnest(
      ${column(contributions, 'id')}::uuid[], ${column(contributions, 'response_id')}::uuid[], ${column(contributions, 'question_text')}::text[],
      ${column(contributions, 'words')}::text[], ${column(contributions, 'score')}::float8[], ${column(contributions, 'salt')}::bytea[],
      ${column(contributions, 'source_key')}::text[]
    ) as c (id, response_id, question_text, words, score, salt, source_key)`.execute(db)
}

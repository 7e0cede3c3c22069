import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { PublishedTables } from '../fixed-table.ts'

type Db = Owned<'publications'>

export interface Publication {
  id: string
  surveyId: string
  tables: PublishedTables
  publishedAt: Date
}

/** What was published of a survey's results; undefined when nothing was. */
export async function findPublication(db: Db, surveyId: string): Promise<Publication | undefined> {
  const row = await db
    .selectFrom('result_publications')
    .select(['id', 'survey_id as surveyId', 'tables', 'published_at as publishedAt'])
    .where('survey_id', '=', surveyId)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, tables: row.tables as PublishedTables }
}

/** Consultations whose results can be read by anyone, the latest published first. */
export const listPublishedResults = (db: Db, limit: number) =>
  db
    .selectFrom('published_results as r')
    .innerJoin('published_consultations as c', 'c.survey_id', 'r.survey_id')
    .select(['c.slug', 'c.title', 'r.published_at as publishedAt'])
    .orderBy('r.published_at', 'desc')
    .limit(limit)
    .execute()

/** One at a time from here to the end of the transaction: results are published once. */
export const lockPublication = (db: Db, surveyId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`results ${surveyId}`}, 0))`.execute(db)

type NewPublication = Publication & { commissionerId: string; publishedBy: string | null }

export const insertPublication = (db: Db, { commissionerId, id, surveyId, tables, publishedBy, publishedAt }: NewPublication) =>
  db
    .insertInto('result_publications')
    .values({
      commissioner_id: commissionerId,
      id,
      survey_id: surveyId,
      tables: JSON.stringify(tables),
      published_by: publishedBy,
      published_at: publishedAt,
    })
    .execute()

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { isId } from '#platform/ids.ts'
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

/** Consultations whose results can be read by anyone, the latest published first, from before one of them. */
export const listPublishedResults = (db: Db, limit: number, before = '') =>
  db
    .selectFrom('published_results as r')
    .innerJoin('published_consultations as c', 'c.survey_id', 'r.survey_id')
    .select(['r.id', 'c.slug', 'c.title', 'r.published_at as publishedAt'])
    .select((eb) =>
      eb
        .selectFrom('result_corrections as k')
        .select(({ fn }) => fn.max('k.made_at').as('at'))
        .whereRef('k.publication_id', '=', 'r.id')
        .$asScalar()
        .as('correctedAt'),
    )
    .$if(isId(before), (query) => query.where('r.id', '<', before))
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()

export interface Correction {
  id: string
  publicationId: string
  note: string
  madeBy: string | null
  madeAt: Date
}

/** What was said about a publication since, the latest first. */
export const listCorrections = (db: Db, publicationId: string) =>
  db
    .selectFrom('result_corrections')
    .select(['id', 'note', 'made_at as madeAt'])
    .where('publication_id', '=', publicationId)
    .orderBy('id', 'desc')
    .execute()

export const insertCorrection = (db: Db, commissionerId: string, { id, publicationId, note, madeBy, madeAt }: Correction) =>
  db
    .insertInto('result_corrections')
    .values({ commissioner_id: commissionerId, id, publication_id: publicationId, note, made_by: madeBy, made_at: madeAt })
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

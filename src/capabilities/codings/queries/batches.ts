import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { type Batch, readKey } from '../batch.ts'

type Db = Owned<'codings'>

const counted = (db: Db, column: 'survey_id' | 'source_id') =>
  db
    .selectFrom('readable_contributions as r')
    .where('r.words', 'is not', null)
    .where(`r.${column}`, 'is not', null)
    .select([`r.${column} as batch`, sql<number>`count(*)`.as('comments')])
    .groupBy(`r.${column}`)

// A survey goes by the name of the consultation that asks it, where there is one.
const surveyTitle = sql<string>`coalesce((select p.title from published_consultations p where p.survey_id = s.survey_id order by p.published_at limit 1), s.title)`

const surveys = (db: Db) => db.selectFrom('current_survey_versions as s').select(['s.survey_id as id', surveyTitle.as('title')])

/** Every survey and source with words to code, by name. */
export async function listBatches(db: Db): Promise<Batch[]> {
  const ofSurveys = await surveys(db).innerJoin(counted(db, 'survey_id').as('c'), 'c.batch', 's.survey_id').select('c.comments').execute()
  const ofSources = await db
    .selectFrom('known_sources as s')
    .innerJoin(counted(db, 'source_id').as('c'), 'c.batch', 's.id')
    .select(['s.id', 's.name as title', 'c.comments'])
    .execute()
  const batches: Batch[] = [
    ...ofSurveys.map((row) => ({ kind: 'survey' as const, ...row })),
    ...ofSources.map((row) => ({ kind: 'source' as const, ...row })),
  ]
  return batches.sort((one, other) => one.title.localeCompare(other.title))
}

/** The survey or source named in an address. */
export async function findBatch(db: Db, key: string): Promise<Omit<Batch, 'comments'>> {
  const part = readKey(key)
  const found =
    part?.kind === 'survey'
      ? await surveys(db).where('s.survey_id', '=', part.id).executeTakeFirst()
      : part && (await db.selectFrom('known_sources').select(['id', 'name as title']).where('id', '=', part.id).executeTakeFirst())
  if (!part || !found) throw new NotFound()
  return { ...part, title: found.title }
}

/** Whether an id is a survey's or a source's; null where it is neither. */
export async function findBatchById(db: Db, id: string): Promise<Pick<Batch, 'kind' | 'id'> | null> {
  const survey = await db.selectFrom('current_survey_versions').select('survey_id').where('survey_id', '=', id).executeTakeFirst()
  if (survey) return { kind: 'survey', id }
  const source = await db.selectFrom('known_sources').select('id').where('id', '=', id).executeTakeFirst()
  return source ? { kind: 'source', id } : null
}

/** The survey that a published consultation asks. */
export const findSurveyOf = async (db: Db, consultationId: string) =>
  isId(consultationId)
    ? (await db.selectFrom('published_consultations').select('survey_id').where('id', '=', consultationId).executeTakeFirst())?.survey_id
    : undefined

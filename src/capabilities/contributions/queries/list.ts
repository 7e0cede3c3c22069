import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Listed } from '../contribution.ts'
import type { Looking } from '../forms.ts'

type Db = Owned<'contributions'>

const listed = (db: Db) =>
  db
    .selectFrom('readable_contributions as c')
    .leftJoin('sources as s', 's.id', 'c.source_id')
    .leftJoin('current_survey_versions as v', 'v.survey_id', 'c.survey_id')
    .select([
      'c.id',
      'c.response_id as responseId',
      'c.question_key as questionKey',
      'c.question_text as questionText',
      'c.words',
      'c.score',
      'c.survey_id as surveyId',
      'c.source_id as sourceId',
      'c.channel',
      'c.place',
      'c.said_on as saidOn',
      'c.received_at as receivedAt',
      'c.audiences',
      's.name as sourceName',
      'v.title as surveyTitle',
    ])

/** What staff may read, latest first, from after an id. What is withheld from everyone is not among it. */
export async function listReadable(db: Db, { survey, source, words, hidden, after }: Looking, limit: number): Promise<Listed[]> {
  let query = listed(db).orderBy('c.id', 'desc').limit(limit)
  if (survey) query = query.where('c.survey_id', '=', survey)
  if (source) query = query.where('c.source_id', '=', source)
  if (words) query = query.where('c.words', 'ilike', `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (after) query = query.where('c.id', '<', after)
  if (hidden === 'withheld') query = query.where(sql<boolean>`c.id in (select contribution_id from withheld_contributions)`)
  if (hidden === 'redacted')
    query = query.where(sql<boolean>`c.id in (
      select r.contribution_id from redactions r
      where not exists (select from redaction_lifts l where (l.commissioner_id, l.redaction_id) = (r.commissioner_id, r.id)))`)
  return query.execute()
}

/** What nobody reads at present, latest withheld first: their ids and why. */
export const listWithheldFromEveryone = (db: Db) =>
  db
    .selectFrom('withheld_contributions')
    .select(['contribution_id as id', 'reason', 'withheld_at as withheldAt'])
    .where('audience', '=', 'everyone')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()

/** One contribution with where it came from; its words only as far as anyone may read them, null where none may. */
export async function findListed(db: Db, id: string): Promise<Listed> {
  if (!isId(id)) throw new NotFound(`contribution ${id}`)
  const row = await listed(db).where('c.id', '=', id).executeTakeFirst()
  return row ?? findUnreadable(db, id)
}

async function findUnreadable(db: Db, id: string): Promise<Listed> {
  const row = await db
    .selectFrom('contributions as c')
    .innerJoin('responses as r', 'r.id', 'c.response_id')
    .leftJoin('sources as s', 's.id', 'r.source_id')
    .leftJoin('current_survey_versions as v', 'v.survey_id', 'r.survey_id')
    .select([
      'c.id',
      'c.response_id as responseId',
      'c.question_key as questionKey',
      'c.question_text as questionText',
      sql<null>`null`.as('words'),
      sql<null>`null`.as('score'),
      'r.survey_id as surveyId',
      'r.source_id as sourceId',
      'r.channel',
      'r.place',
      'r.said_on as saidOn',
      'r.received_at as receivedAt',
      sql<string[]>`'{}'::text[]`.as('audiences'),
      's.name as sourceName',
      'v.title as surveyTitle',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound(`contribution ${id}`)
  return row
}

/** The sources and surveys that contributions came from, by name. */
export async function listOrigins(db: Db) {
  const sources = await db.selectFrom('sources').select(['id', 'name']).orderBy('name').execute()
  const surveys = await db.selectFrom('current_survey_versions').select(['survey_id as id', 'title as name']).orderBy('title').execute()
  return { sources, surveys }
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { ContactPromise } from '../promise.ts'
import type { Question } from '../question.ts'
import type { SurveyVersion } from '../survey.ts'

type Db = Owned<'surveys'>

interface VersionRow {
  id: string
  survey_id: string
  number: number
  promise: string
  questions: unknown
  title: string
}

/** A row of a view of versions, as everybody uses it. */
export const surveyVersionOf = (row: VersionRow, released: boolean): SurveyVersion => ({
  id: row.id,
  surveyId: row.survey_id,
  number: row.number,
  promise: row.promise as ContactPromise,
  questions: row.questions as Question[],
  released,
  title: row.title,
})

/** The newest version, draft or released. */
export async function findSurvey(db: Db, surveyId: string): Promise<SurveyVersion> {
  if (!isId(surveyId)) throw new NotFound('survey')
  const row = await db.selectFrom('current_survey_versions').selectAll().where('survey_id', '=', surveyId).executeTakeFirst()
  if (!row) throw new NotFound(`survey ${surveyId}`)
  return surveyVersionOf(row, row.released)
}

/** As `findSurvey`, and nobody else changes it until this transaction ends. */
export async function findSurveyToChange(db: Db, surveyId: string): Promise<SurveyVersion> {
  if (isId(surveyId)) await db.selectFrom('surveys').select('id').where('id', '=', surveyId).forUpdate().execute()
  return findSurvey(db, surveyId)
}

export async function findSurveyVersion(db: Db, versionId: string): Promise<SurveyVersion> {
  const row = await db
    .selectFrom('survey_versions as v')
    .innerJoin('surveys as s', 's.id', 'v.survey_id')
    .leftJoin('survey_version_releases as r', 'r.survey_version_id', 'v.id')
    .select(['v.id', 'v.survey_id', 'v.number', 'v.promise', 'v.questions', 's.title', 'r.released_at'])
    .where('v.id', '=', versionId)
    .executeTakeFirst()
  if (!row) throw new NotFound(`survey version ${versionId}`)
  return surveyVersionOf(row, row.released_at !== null)
}

/** Every version, latest first, with when it was released. */
export async function listVersions(db: Db, surveyId: string): Promise<(SurveyVersion & { madeAt: Date; releasedAt: Date | null })[]> {
  const rows = await db
    .selectFrom('survey_versions as v')
    .innerJoin('surveys as s', 's.id', 'v.survey_id')
    .leftJoin('survey_version_releases as r', 'r.survey_version_id', 'v.id')
    .select(['v.id', 'v.survey_id', 'v.number', 'v.promise', 'v.questions', 's.title', 'v.made_at', 'r.released_at'])
    .where('v.survey_id', '=', surveyId)
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...surveyVersionOf(row, row.released_at !== null), madeAt: row.made_at, releasedAt: row.released_at }))
}

/** What the public answers now; null while nothing has been released. */
export async function findReleasedSurvey(db: Db, surveyId: string): Promise<SurveyVersion | null> {
  const row = await db
    .selectFrom('released_survey_versions')
    .selectAll()
    .where('survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? surveyVersionOf(row, true) : null
}

/** Every key that any version of the survey has used. */
export async function listKeys(db: Db, surveyId: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct q ->> 'key' as key from survey_versions, jsonb_array_elements(questions) as q where survey_id = ${surveyId}`.execute(db)
  return rows.map(({ key }) => key)
}

export async function insertSurvey(
  db: Db,
  survey: { commissioner_id: string; id: string; title: string; added_by: string | null; added_at: Date },
) {
  await db.insertInto('surveys').values(survey).execute()
}

export async function updateTitle(db: Db, surveyId: string, title: string) {
  await db.updateTable('surveys').set({ title }).where('id', '=', surveyId).execute()
}

interface NewVersion {
  commissionerId: string
  id: string
  surveyId: string
  number: number
  promise: ContactPromise
  questions: readonly Question[]
  madeBy: string | null
  madeAt: Date
}

export async function insertVersion(db: Db, version: NewVersion) {
  await db
    .insertInto('survey_versions')
    .values({
      commissioner_id: version.commissionerId,
      id: version.id,
      survey_id: version.surveyId,
      number: version.number,
      promise: version.promise,
      questions: JSON.stringify(version.questions),
      made_by: version.madeBy,
      made_at: version.madeAt,
    })
    .execute()
}

export async function updateVersion(db: Db, versionId: string, { promise, questions }: Pick<SurveyVersion, 'promise' | 'questions'>) {
  await db
    .updateTable('survey_versions')
    .set({ promise, questions: JSON.stringify(questions) })
    .where('id', '=', versionId)
    .execute()
}

export async function insertRelease(db: Db, commissionerId: string, versionId: string, releasedAt: Date) {
  await db
    .insertInto('survey_version_releases')
    .values({ commissioner_id: commissionerId, survey_version_id: versionId, released_at: releasedAt })
    .execute()
}

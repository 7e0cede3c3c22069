import { sql } from 'kysely'
import { type SurveyVersion, surveyVersionOf } from '#capabilities/surveys'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Consultation } from '../consultation.ts'
import { consultationOf, consultations, type Db, type Row } from './rows.ts'

export async function findConsultation(db: Db, id: string): Promise<Consultation> {
  const row = isId(id) ? await consultations(db).where('c.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('consultation')
  return consultationOf(row)
}

/** A draft is not found: to the public it is not there. */
export async function findPublishedConsultation(db: Db, slug: string): Promise<Consultation> {
  const row = await consultations(db).where('c.slug', '=', slug).where('p.published_at', 'is not', null).executeTakeFirst()
  if (!row) throw new NotFound(`consultation ${slug}`)
  return consultationOf(row)
}

/** The consultation a survey asks for; null where it asks for something else. */
export async function consultationOfSurvey(db: Db, surveyId: string): Promise<Consultation | null> {
  const row = await consultations(db).where('c.survey_id', '=', surveyId).executeTakeFirst()
  return row ? consultationOf(row) : null
}

type RowToAnswer = Row & { version_id: string; number: number; promise: string; questions: unknown; survey_title: string }

/**
 * A published consultation and the questions to answer, in one trip: the released version asked for, as it was on the
 * page that was answered, or else the newest.
 */
export async function findToAnswer(
  db: Db,
  slug: string,
  versionId: string | null = null,
): Promise<{ consultation: Consultation; version: SurveyVersion }> {
  const { rows } = await sql<RowToAnswer>`select * from consultation_to_answer(${slug}, ${versionId})`.execute(db)
  const row = rows[0]
  if (!row) throw new NotFound(`consultation ${slug}`)
  return { consultation: consultationOf(row), version: surveyVersionOf({ ...row, id: row.version_id, title: row.survey_title }, true) }
}

/** Every address in use, but that of one consultation. */
export async function listSlugs(db: Db, except: string | null): Promise<Set<string>> {
  const rows = await db.selectFrom('consultations').select(['id', 'slug']).execute()
  return new Set(rows.flatMap(({ id, slug }) => (id === except ? [] : [slug])))
}

/** How many people have answered a survey so far. */
export async function countResponses(db: Db, surveyId: string): Promise<number> {
  const row = await db
    .selectFrom('counted_responses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('survey_id', '=', surveyId)
    .executeTakeFirstOrThrow()
  return row.count
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { ContactPromise } from '../promise.ts'
import type { Tally } from '../question.ts'

type Db = Owned<'surveys'>

/** How many people answered under each promise that was made to them, those set aside or taken back too: it binds us to all of them. */
export async function countResponsesByPromise(db: Db, surveyId: string): Promise<{ promise: ContactPromise; count: number }[]> {
  const rows = await db
    .selectFrom('answered_questions as a')
    .innerJoin('survey_versions as v', 'v.id', 'a.survey_version_id')
    .select(({ fn }) => ['v.promise', fn.count<number>('a.response_id').distinct().as('count')])
    .where('a.survey_id', '=', surveyId)
    .groupBy('v.promise')
    .execute()
  return rows.map(({ promise, count }) => ({ promise: promise as ContactPromise, count }))
}

/** How many answered one question, and how many made each of its choices; whatever became of their answers since. */
export async function countAnswers(db: Db, surveyId: string, key: string): Promise<Tally> {
  const { rows } = await sql<{ choice: string; count: number }>`
    select choice, count(*) as count from answered_questions, unnest(choices) as choice
    where survey_id = ${surveyId} and question_key = ${key} group by choice`.execute(db)
  const { rows: answered } = await sql<{ count: number }>`
    select count(distinct response_id) as count from answered_questions
    where survey_id = ${surveyId} and question_key = ${key}`.execute(db)
  return { answered: answered[0]?.count ?? 0, choices: Object.fromEntries(rows.map(({ choice, count }) => [choice, count])) }
}

/** How many responses are counted, by the version that was answered. */
export async function countResponsesByVersion(db: Db, surveyId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('counted_responses')
    .select(({ fn }) => ['survey_version_id', fn.countAll<number>().as('count')])
    .where('survey_id', '=', surveyId)
    .groupBy('survey_version_id')
    .execute()
  return new Map(rows.map(({ survey_version_id, count }) => [survey_version_id ?? '', count]))
}

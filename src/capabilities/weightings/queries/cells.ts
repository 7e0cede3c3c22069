import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { AnsweredCell } from '../weighting.ts'

type Db = Owned<'weightings'>

/**
 * How many responses gave each combination of answers to these questions, '' where none was given. In sums alone: equality answers are joined with
 * each other here and with nothing else, and no response is named. Of a postcode only its decile is looked at.
 */
export async function countCells(db: Db, surveyId: string, keys: readonly string[]): Promise<AnsweredCell[]> {
  const columns = keys.map((key, at) => sql`max(s.choice) filter (where s.question_key = ${key}) as ${sql.ref(`v${at}`)}`)
  const names = keys.map((_, at) => sql.ref(`v${at}`))
  const { rows } = await sql<{ count: number } & Record<`v${number}`, string | null>>`
    with said as materialized (
      select a.response_id, a.question_key, c.choice
      from (
        select response_id, question_key, choices from counted_answers where survey_id = ${surveyId} and question_key = any(${[...keys]}::text[])
        union all
        select response_id, question_key, choices from counted_equality_answers where survey_id = ${surveyId} and question_key = any(${[...keys]}::text[])
      ) as a, unnest(a.choices) as c (choice)
      where c.choice not like 'area:%'),
    answered as (
      select ${sql.join(columns)} from counted_responses r left join said s on s.response_id = r.id
      where r.survey_id = ${surveyId} group by r.id)
    select ${sql.join(names)}, count(*) as count from answered group by ${sql.join(names)} order by count desc, ${sql.join(names)}`.execute(
    db,
  )
  return rows.map((row) => ({ values: Object.fromEntries(keys.map((key, at) => [key, row[`v${at}`] ?? ''])), count: row.count }))
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Basis, ThemeFigure } from '../basis.ts'
import type { Ticks } from '../counted-question.ts'

type Db = Owned<'results'>

const column = (basis: Basis) => (basis.surveyId === null ? 'source_id' : 'survey_id')
const idOf = (basis: Basis) => (basis.surveyId ?? basis.sourceId) as string

/**
 * What was ticked in a survey, counted in responses. Answers are brought together as they were given before they are taken apart into
 * choices: most people give one of few answers, so what is taken apart is short however many responded.
 */
export async function tallyAnswers(db: Db, surveyId: string): Promise<Ticks> {
  const responses = await db
    .selectFrom('counted_responses')
    .select((eb) => ['survey_version_id', eb.fn.countAll<number>().as('count')])
    .where('survey_id', '=', surveyId)
    .groupBy('survey_version_id')
    .execute()
  const { rows } = await sql<{ questionKey: string; versionId: string | null; choice: string | null; count: number }>`
    with given as materialized (
      select question_key, survey_version_id, choices, count(*) as count
      from (
        select question_key, survey_version_id, choices from counted_answers where survey_id = ${surveyId}
        union all
        select question_key, survey_version_id, choices from counted_equality_answers where survey_id = ${surveyId}) as a
      where cardinality(choices) > 0
      group by 1, 2, 3)
    select question_key as "questionKey", survey_version_id as "versionId", null as choice, sum(count)::bigint as count from given group by 1, 2
    union all
    select question_key, null, c.choice, sum(count)::bigint from given, lateral (select distinct unnest(choices) as choice) as c group by 1, 3`.execute(
    db,
  )
  return {
    responses: responses.map(({ survey_version_id, count }) => ({ versionId: survey_version_id ?? '', count })),
    answered: rows.flatMap(({ choice, versionId, ...row }) => (choice === null ? [{ ...row, versionId: versionId ?? '' }] : [])),
    ticks: rows.flatMap(({ choice, questionKey, count }) => (choice === null ? [] : [{ questionKey, choice, count }])),
  }
}

/** How many comments, and how many responses, speak of each theme; themes nobody spoke of are left out. */
export async function tallyThemes(db: Db, basis: Basis): Promise<ThemeFigure[]> {
  return db
    .selectFrom('current_codings')
    .select((eb) => [
      'theme_id as themeId',
      eb.fn.count<number>('contribution_id').distinct().as('comments'),
      eb.fn.count<number>('response_id').distinct().as('responses'),
    ])
    .where(column(basis), '=', idOf(basis))
    .groupBy('theme_id')
    .execute()
}

export interface CommentCount {
  /** Comments with words that may be read. */
  comments: number
  /** Of those, how many were coded to any theme. */
  coded: number
}

export async function countComments(db: Db, basis: Basis): Promise<CommentCount> {
  const readable = db
    .selectFrom('readable_contributions')
    .select('id')
    .where(column(basis), '=', idOf(basis))
    .where('words', 'is not', null)
  const coded = db.selectFrom('current_codings').select('contribution_id as id').where(column(basis), '=', idOf(basis))
  const count = async (comments: typeof readable) => {
    const row = await db
      .selectFrom(comments.as('comments'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return row.count
  }
  // Not a join: right after an import, PostgreSQL takes both sides for a few rows and would compare each with each.
  return { comments: await count(readable), coded: await count(readable.intersect(coded)) }
}

/** How many responses came by each channel, most first; the total is their sum. */
export async function tallyChannels(db: Db, basis: Basis): Promise<{ channel: string; count: number }[]> {
  return db
    .selectFrom('counted_responses')
    .select((eb) => ['channel', eb.fn.countAll<number>().as('count')])
    .where(column(basis), '=', idOf(basis))
    .groupBy('channel')
    .orderBy('count', 'desc')
    .orderBy('channel')
    .execute()
}

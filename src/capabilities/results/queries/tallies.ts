import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Ticks } from '../counted-question.ts'
import type { Basis, ThemeFigure } from '../finding.ts'

type Db = Owned<'results'>

const column = (basis: Basis) => (basis.surveyId === null ? 'source_id' : 'survey_id')
const idOf = (basis: Basis) => (basis.surveyId ?? basis.sourceId) as string

/** What was ticked in a survey, counted in responses. */
export async function tallyAnswers(db: Db, surveyId: string): Promise<Ticks> {
  const responses = await db
    .selectFrom('counted_responses')
    .select((eb) => ['survey_version_id', eb.fn.countAll<number>().as('count')])
    .where('survey_id', '=', surveyId)
    .groupBy('survey_version_id')
    .execute()
  const answered = await db
    .selectFrom('counted_answers')
    .select((eb) => ['question_key as questionKey', eb.fn.countAll<number>().as('count')])
    .where('survey_id', '=', surveyId)
    .where(sql<boolean>`cardinality(choices) > 0`)
    .groupBy('question_key')
    .execute()
  const { rows: ticks } = await sql<Ticks['ticks'][number]>`
    select question_key as "questionKey", choice, count(distinct response_id) as count
    from counted_answers, unnest(choices) as choice where survey_id = ${surveyId} group by 1, 2 order by 1, 2`.execute(db)
  return { responses: responses.map(({ survey_version_id, count }) => ({ versionId: survey_version_id ?? '', count })), answered, ticks }
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

import { sql } from 'kysely'
import type { Question } from '#capabilities/surveys'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { AskedVersion, Tallies } from '../asked-question.ts'
import { type Heard, idOf } from '../heard.ts'

type Db = Owned<'populations'>

const column = (heard: Heard) => (heard.surveyId === null ? 'source_id' : 'survey_id')

/** What the survey or the source is called; not found where there is no such one. */
export async function findTitle(db: Db, heard: Heard): Promise<string> {
  const id = idOf(heard)
  const row = !isId(id)
    ? undefined
    : heard.surveyId === null
      ? await db.selectFrom('known_sources').select('name as title').where('id', '=', id).executeTakeFirst()
      : await db.selectFrom('current_survey_versions').select('title').where('survey_id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('survey or source')
  return row.title
}

/** The versions of a survey that people were asked, latest first; none of a source. */
export async function listVersions(db: Db, { surveyId }: Heard): Promise<AskedVersion[]> {
  if (surveyId === null) return []
  const rows = await db
    .selectFrom('released_survey_versions')
    .select(['id', 'questions'])
    .where('survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, questions }) => ({ id, questions: questions as Question[] }))
}

/** How many came by each channel, most first. */
export const listChannels = (db: Db, heard: Heard): Promise<{ channel: string; count: number }[]> =>
  db
    .selectFrom('counted_responses')
    .select((eb) => ['channel', eb.fn.countAll<number>().as('count')])
    .where(column(heard), '=', idOf(heard))
    .groupBy('channel')
    .orderBy('count', 'desc')
    .orderBy('channel')
    .execute()

/** How people answered, counted, of one channel or of all. Equality answers too: in sums alone. */
export async function tallyHeard(db: Db, heard: Heard, channel: string | null): Promise<Tallies> {
  const responses = await db
    .selectFrom('counted_responses')
    .select((eb) => ['survey_version_id', 'place', eb.fn.countAll<number>().as('count')])
    .where(column(heard), '=', idOf(heard))
    .$if(channel !== null, (query) => query.where('channel', '=', channel!))
    .groupBy(['survey_version_id', 'place'])
    .orderBy('place')
    .execute()
  const places = Map.groupBy(responses, ({ place }) => place)
  const versions = Map.groupBy(responses, ({ survey_version_id }) => survey_version_id ?? '')
  const total = (rows: typeof responses) => rows.reduce((sum, { count }) => sum + count, 0)
  const rows = heard.surveyId === null ? [] : await tallyAnswers(db, heard.surveyId, channel)
  return {
    responses: [...versions].map(([versionId, some]) => ({ versionId, count: total(some) })),
    places: [...places].map(([place, some]) => ({ place, count: total(some) })),
    answered: rows.flatMap(({ questionKey, choice, count }) => (choice === null ? [{ questionKey, count }] : [])),
    choices: rows.flatMap(({ questionKey, choice, count }) => (choice === null ? [] : [{ questionKey, choice, count }])),
  }
}

async function tallyAnswers(db: Db, surveyId: string, channel: string | null) {
  const { rows } = await sql<{ questionKey: string; choice: string | null; count: number }>`
    with given as materialized (
      select question_key, choices, count(*) as count
      from (
        select question_key, choices from counted_answers where survey_id = ${surveyId} and (${channel}::text is null or channel = ${channel})
        union all
        select question_key, choices from counted_equality_answers where survey_id = ${surveyId} and (${channel}::text is null or channel = ${channel})
      ) as a
      where cardinality(choices) > 0
      group by 1, 2)
    select question_key as "questionKey", null as choice, sum(count)::bigint as count from given group by 1
    union all
    select question_key, c.choice, sum(count)::bigint from given, lateral (select distinct unnest(choices) as choice) as c group by 1, 2`.execute(
    db,
  )
  return rows
}

/** The surveys that were answered and the sources that were brought in, the latest first. */
export async function listHeard(db: Db): Promise<{ heard: Heard; title: string; responses: number }[]> {
  const { rows } = await sql<{ survey_id: string | null; source_id: string | null; title: string; responses: number }>`
    select h.survey_id, h.source_id, coalesce(v.title, s.name) as title, h.responses
    from (select survey_id, source_id, count(*) as responses, max(received_at) as latest from counted_responses group by 1, 2) h
    left join current_survey_versions v on v.survey_id = h.survey_id
    left join known_sources s on s.id = h.source_id
    where coalesce(v.title, s.name) is not null
    order by h.latest desc, title limit 200`.execute(db)
  return rows.map(({ survey_id, source_id, title, responses }) => ({
    heard: survey_id === null ? { surveyId: null, sourceId: source_id ?? '' } : { surveyId: survey_id, sourceId: null },
    title,
    responses,
  }))
}

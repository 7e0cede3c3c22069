import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { Whole } from '../flag.ts'
import type { Repeated } from '../repeated-response.ts'

type Db = Owned<'flags'>

const pageSize = 2000

/** Every survey and source that something came to since it was last compared. Anonymous responses keep the hour alone. */
export async function listToCompare(db: Db): Promise<Whole[]> {
  const { rows } = await sql<Whole>`
    select came."surveyId", came."sourceId"
    from (
      select survey_id as "surveyId", case when survey_id is null then source_id end as "sourceId", max(received_at) as last
      from counted_responses group by 1, 2) came
    where came.last >= coalesce((
      select date_trunc('hour', max(compared_at)) from comparisons
      where survey_id is not distinct from came."surveyId" and source_id is not distinct from came."sourceId"), '-infinity')`.execute(db)
  return rows
}

/** The words of a survey or source that may be read, some at a time. */
export async function* readTexts(db: Db, { surveyId, sourceId }: Whole) {
  let after: string | undefined
  do {
    const rows = await db
      .selectFrom('readable_contributions')
      .select(['id', 'response_id as responseId', 'words'])
      .where('words', 'is not', null)
      .$if(surveyId !== null, (query) => query.where('survey_id', '=', surveyId))
      .$if(surveyId === null, (query) => query.where('survey_id', 'is', null).where('source_id', '=', sourceId))
      .$if(after !== undefined, (query) => query.where('id', '>', after!))
      .orderBy('id')
      .limit(pageSize)
      .execute()
    yield rows.map(({ id, responseId, words }) => ({ id, responseId, words: words! }))
    after = rows.length === pageSize ? rows.at(-1)!.id : undefined
  } while (after !== undefined)
}

/** Responses to a survey that are the same as another in every word and tick. */
export async function listRepeated(db: Db, surveyId: string): Promise<Repeated[]> {
  const { rows } = await sql<Repeated>`
    with said as (
      select response_id, sum(array_length(regexp_split_to_array(btrim(words), '\\s+'), 1)) as words,
        string_agg(question_key || ' ' || lower(regexp_replace(words, '\\W+', ' ', 'g')), '|' order by question_key, id) as text
      from readable_contributions where survey_id = ${surveyId} and words is not null group by response_id),
    ticked as (
      select response_id, count(*) as ticks, string_agg(question_key || ' ' || array_to_string(choices, ' '), '|' order by question_key) as text
      from counted_answers where survey_id = ${surveyId} group by response_id),
    whole as (
      select r.id, r.received_at, coalesce(s.words, 0) as words, coalesce(t.ticks, 0) as ticks,
        md5(coalesce(s.text, '') || '||' || coalesce(t.text, '')) as alike
      from counted_responses r left join said s on s.response_id = r.id left join ticked t on t.response_id = r.id
      where r.survey_id = ${surveyId} and (s.text is not null or t.text is not null))
    select id as "responseId", received_at as "receivedAt", alike, words::integer as words, ticks::integer as ticks
    from (select *, count(*) over (partition by alike) as times from whole) counted
    where times > 1 order by received_at, id`.execute(db)
  return rows
}

/** Sets of responses to a survey whose people confirmed the same address. */
export async function listOfOneAddress(db: Db, surveyId: string): Promise<string[][]> {
  const { rows } = await sql<{ responses: string[] }>`
    select array_agg(distinct r.id) as responses
    from current_consents k
    join people_of_one_address p on p.person_id = k.person_id
    join counted_responses r on r.id = k.response_id
    where r.survey_id = ${surveyId}
    group by p.same_as having count(distinct r.id) > 1`.execute(db)
  return rows.map(({ responses }) => responses)
}

export async function isAnonymous(db: Db, surveyId: string): Promise<boolean> {
  const row = await db.selectFrom('current_survey_versions').select('promise').where('survey_id', '=', surveyId).executeTakeFirst()
  return row?.promise === 'anonymous'
}

/** One comparison of a survey or source at a time. */
export const lockComparison = (db: Db, { surveyId, sourceId }: Whole) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`goldthread comparison ${surveyId ?? sourceId}`}, 0))`.execute(db)

export async function insertComparison(
  db: Db,
  commissionerId: string,
  { id, whole, texts, at }: { id: string; whole: Whole; texts: number; at: Date },
) {
  await db
    .insertInto('comparisons')
    .values({ commissioner_id: commissionerId, id, survey_id: whole.surveyId, source_id: whole.sourceId, texts, compared_at: at })
    .execute()
}

export async function findLastComparison(db: Db, { surveyId, sourceId }: Whole): Promise<{ at: Date; texts: number } | null> {
  const row = await db
    .selectFrom('comparisons')
    .select(['compared_at as at', 'texts'])
    .where(surveyId === null ? 'source_id' : 'survey_id', '=', surveyId ?? sourceId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

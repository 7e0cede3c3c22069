import { sql } from 'kysely'
import { type SurveyVersion, surveyVersionOf } from '#capabilities/surveys'
import type { Db as Owned } from '#platform/db.ts'
import type { Views } from '#platform/schema.ts'
import type { Standing } from '../exported-response.ts'

type Db = Owned<'transfers'>

/** What people could answer, latest first. */
export async function listReleased(db: Db, surveyId: string): Promise<SurveyVersion[]> {
  const rows = await db
    .selectFrom('released_survey_versions')
    .selectAll()
    .where('survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => surveyVersionOf(row, true))
}

const inExport = (db: Db, surveyId: string, withSetAside: boolean) =>
  db
    .selectFrom('standing_responses')
    .where('survey_id', '=', surveyId)
    .$if(!withSetAside, (query) => query.where('set_aside', '=', false))

export async function countInExport(db: Db, surveyId: string, withSetAside: boolean): Promise<number> {
  const row = await inExport(db, surveyId, withSetAside)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

interface ResponseRow {
  id: string
  survey_version_id: string
  channel: string
  variant: string | null
  place: string | null
  said_on: string
  set_aside: boolean
}

const atOnce = 2000

/**
 * All responses to a survey, a page at a time: the memory it takes does not grow with them. To be read in one snapshot, so that answers belong to
 * responses that are there. The order is that of ids, which under "anonymous" says nothing.
 */
export async function* readPages(
  db: Db,
  versions: readonly SurveyVersion[],
  surveyId: string,
  withSetAside: boolean,
): AsyncGenerator<Standing[]> {
  const numbers = new Map(versions.map(({ id, number }) => [id, number]))
  const from = withSetAside ? sql`standing_responses` : sql`(select *, false as set_aside from counted_responses)`
  await sql`declare exported no scroll cursor for
    select r.id, r.survey_version_id, r.channel, r.variant, r.place, r.said_on, r.set_aside
    from ${from} r where r.survey_id = ${surveyId} order by r.id`.execute(db)
  // While one page is written, the database reads the next.
  let next = readPage(db, numbers, withSetAside)
  for (;;) {
    const page = await next
    if (page.length === 0) break
    next = readPage(db, numbers, withSetAside)
    // Met where it is awaited; without this a fault would end the program before.
    next.catch(() => {})
    yield page
  }
  await sql`close exported`.execute(db)
}

async function readPage(db: Db, numbers: ReadonlyMap<string, number>, withSetAside: boolean): Promise<Standing[]> {
  const { rows } = await sql<ResponseRow>`fetch ${sql.lit(atOnce)} from exported`.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const choices = await byResponse<readonly string[]>(db, withSetAside ? 'standing_answers' : 'counted_answers', 'choices', ids)
  const words = await byResponse<string>(db, withSetAside ? 'standing_words' : 'readable_contributions', 'words', ids)
  return rows.map((row) => ({
    version: numbers.get(row.survey_version_id) ?? 0,
    channel: row.channel,
    variant: row.variant,
    place: row.place,
    saidOn: row.said_on,
    setAside: row.set_aside,
    choices: choices.get(row.id) ?? none,
    words: words.get(row.id) ?? none,
  }))
}

const none = {}

/** What was ticked, or said, in these responses, by question. One text for each response: rows and arrays would cost the driver more than the database. */
async function byResponse<Value>(db: Db, view: keyof Views, column: 'choices' | 'words', ids: readonly string[]) {
  const { rows } = await sql<{ response_id: string; given: string }>`
    select response_id, json_object_agg(question_key, ${sql.ref(column)})::text as given from ${sql.table(view)}
    where response_id = any(${ids}::uuid[]) and question_key is not null and ${sql.ref(column)} is not null group by response_id`.execute(
    db,
  )
  return new Map(rows.map(({ response_id, given }) => [response_id, JSON.parse(given) as Readonly<Record<string, Value>>]))
}

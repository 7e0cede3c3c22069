import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Whole } from '../flag.ts'

type Db = Owned<'flags'>

export interface Listed {
  id: string
  title: string
  /** How many responses are flagged, how many of those nobody has looked at, and how many responses are set aside, flagged or not. */
  flagged: number
  waiting: number
  setAside: number
}

/** Every survey and source with something flagged or set aside, latest first, from before an id. */
export async function listFlagged(db: Db, { before, limit }: { before: string | null; limit: number }): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    with known as (
      select survey_id as id, title from current_survey_versions union all select id, name from known_sources),
    counted as (
      select coalesce(r.survey_id, r.source_id) as id,
        count(distinct r.id) filter (where f.id is not null) as flagged,
        count(distinct r.id) filter (where f.id is not null and l.flag_id is null and not r.set_aside) as waiting,
        count(distinct r.id) filter (where r.set_aside) as "setAside"
      from standing_responses r left join flags f on f.response_id = r.id left join flag_leavings l on l.flag_id = f.id
      where f.id is not null or r.set_aside
      group by 1)
    select k.id, k.title, c.flagged, c.waiting, c."setAside" from counted c join known k on k.id = c.id
    where ${before}::uuid is null or k.id < ${before} order by k.id desc limit ${limit}`.execute(db)
  return rows
}

/** The survey or source with this id. */
export async function findWhole(db: Db, id: string): Promise<{ whole: Whole; title: string }> {
  if (!isId(id)) throw new NotFound(`survey or source ${id}`)
  const survey = await db.selectFrom('current_survey_versions').select('title').where('survey_id', '=', id).executeTakeFirst()
  if (survey) return { whole: { surveyId: id, sourceId: null }, title: survey.title }
  const source = await db.selectFrom('known_sources').select('name').where('id', '=', id).executeTakeFirst()
  if (!source) throw new NotFound(`survey or source ${id}`)
  return { whole: { surveyId: null, sourceId: id }, title: source.name }
}

/** True where this response belongs to the survey or source. */
export const isWithin = ({ survey_id, source_id }: { survey_id: string | null; source_id: string | null }, { surveyId, sourceId }: Whole) =>
  survey_id === surveyId && (surveyId !== null || source_id === sourceId)

/** The survey that a published consultation asks; null for a draft, which nobody has answered. */
export async function findSurveyOf(db: Db, consultationId: string): Promise<string | null> {
  const row = isId(consultationId)
    ? await db.selectFrom('published_consultations').select('survey_id').where('id', '=', consultationId).executeTakeFirst()
    : undefined
  return row?.survey_id ?? null
}

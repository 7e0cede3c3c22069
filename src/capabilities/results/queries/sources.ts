import type { Question } from '#capabilities/surveys'
import type { Theme } from '#capabilities/themes'
import type { Db as Owned } from '#platform/db.ts'
import { isId } from '#platform/ids.ts'
import type { Basis } from '../basis.ts'
import type { AskedVersion } from '../counted-question.ts'

type Db = Owned<'results'>

/** The versions of a survey that the public was asked, latest first; none when it was never released. */
export async function listAskedVersions(db: Db, surveyId: string): Promise<AskedVersion[]> {
  const rows = await db
    .selectFrom('released_survey_versions')
    .select(['id', 'number', 'questions'])
    .where('survey_id', '=', surveyId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, number, questions }) => ({ id, number, questions: questions as Question[] }))
}

/** What the survey or the source is called; undefined when there is no such one. */
export async function findBasisTitle(db: Db, basis: Basis): Promise<string | undefined> {
  if (!isId(basis.surveyId ?? basis.sourceId)) return undefined
  if (basis.surveyId === null)
    return (await db.selectFrom('known_sources').select('name').where('id', '=', basis.sourceId).executeTakeFirst())?.name
  return (await db.selectFrom('current_survey_versions').select('title').where('survey_id', '=', basis.surveyId).executeTakeFirst())?.title
}

/** Every theme in use, of every frame: what it is called and where it stands. What it means is not needed to count it. */
export async function listThemes(db: Db): Promise<Theme[]> {
  const themes = await db
    .selectFrom('current_themes')
    .select(['id', 'frame_id as frameId', 'parent_id as parentId', 'name', 'definition', 'position', 'retired'])
    .execute()
  return themes.map((theme) => ({ ...theme, includes: '', excludes: '', examples: '' }))
}

export interface Heard {
  id: string
  title: string
  responses: number
  /** When the last of them came. */
  latestAt: Date
}

/** The surveys that were answered, or the sources that were brought in, with how much came; the latest first. */
export const listHeard = (db: Db, kind: 'survey' | 'source'): Promise<Heard[]> => {
  const heard = (column: 'survey_id' | 'source_id') =>
    db
      .selectFrom('counted_responses')
      .select((eb) => [`${column} as heard`, eb.fn.countAll<number>().as('responses'), eb.fn.max('received_at').as('latestAt')])
      .where(column, 'is not', null)
      .groupBy(column)
  const rows =
    kind === 'survey'
      ? db
          .selectFrom('current_survey_versions as s')
          .innerJoin(heard('survey_id').as('h'), 'h.heard', 's.survey_id')
          .select(['s.survey_id as id', 's.title'])
      : db.selectFrom('known_sources as s').innerJoin(heard('source_id').as('h'), 'h.heard', 's.id').select(['s.id', 's.name as title'])
  return rows.select(['h.responses', 'h.latestAt']).orderBy('h.latestAt', 'desc').limit(200).execute()
}

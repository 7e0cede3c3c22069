import type { Db as Owned } from '#platform/db.ts'
import { type Bin, keptBins } from '../bin.ts'
import { type Heard, idOf } from '../heard.ts'

type Db = Owned<'populations'>

/** What somebody said that a question is held against: a baseline with its bins, or none. */
export interface Match {
  dimension: string
  baselineId: string | null
  bins: Bin[]
}

/** The latest word on each question of a survey or source. */
export async function listMatches(db: Db, heard: Heard): Promise<Match[]> {
  const rows = await db
    .selectFrom('matches')
    .select(['dimension', 'baseline_id', 'bins'])
    .distinctOn('dimension')
    .where(heard.surveyId === null ? 'source_id' : 'survey_id', '=', idOf(heard))
    .orderBy('dimension')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ dimension, baseline_id, bins }) => ({ dimension, baselineId: baseline_id, bins: keptBins.parse(bins) }))
}

/** Everything that was ever said about the questions of a survey or source. */
export const listMatchIds = async (db: Db, heard: Heard): Promise<string[]> =>
  (
    await db
      .selectFrom('matches')
      .select('id')
      .where(heard.surveyId === null ? 'source_id' : 'survey_id', '=', idOf(heard))
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
  ).map(({ id }) => id)

export const insertMatch = (
  db: Db,
  commissionerId: string,
  { id, heard, by, at, ...match }: Match & { id: string; heard: Heard; by: string | null; at: Date },
) =>
  db
    .insertInto('matches')
    .values({
      commissioner_id: commissionerId,
      id,
      survey_id: heard.surveyId,
      source_id: heard.sourceId,
      dimension: match.dimension,
      baseline_id: match.baselineId,
      bins: JSON.stringify(match.bins),
      matched_by: by,
      matched_at: at,
    })
    .execute()

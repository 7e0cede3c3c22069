import { z } from 'zod'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { keptMargin, type Unsaid, type Weighting } from '../weighting.ts'

type Db = Owned<'weightings'>

const margins = z.array(keptMargin)

const standing = (db: Db) =>
  db
    .selectFrom('weightings as w')
    .leftJoin('weighting_removals as r', (join) =>
      join.onRef('r.commissioner_id', '=', 'w.commissioner_id').onRef('r.weighting_id', '=', 'w.id'),
    )
    .select(['w.id', 'w.survey_id as surveyId', 'w.title', 'w.margins', 'w.trim', 'w.unsaid', 'w.made_at as madeAt', 'r.reason as removal'])

type Row = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>

const asWeighting = ({ removal: _, ...row }: Row): Weighting => ({
  ...row,
  margins: margins.parse(row.margins),
  unsaid: row.unsaid as Unsaid,
})

/** The weighting that a survey has now: the latest, unless it was taken away; null where there is none. */
export async function findStanding(db: Db, surveyId: string): Promise<Weighting | null> {
  const row = await standing(db).where('w.survey_id', '=', surveyId).orderBy('w.id', 'desc').limit(1).executeTakeFirst()
  return row && row.removal === null ? asWeighting(row) : null
}

/** Every weighting that a survey ever had. */
export const listWeightingIds = async (db: Db, surveyId: string): Promise<string[]> =>
  (await db.selectFrom('weightings').select('id').where('survey_id', '=', surveyId).execute()).map(({ id }) => id)

/** Any weighting there ever was. */
export async function findWeightingById(db: Db, id: string): Promise<Weighting> {
  const row = isId(id) ? await standing(db).where('w.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`weighting ${id}`)
  return asWeighting(row)
}

export async function findSurveyTitle(db: Db, surveyId: string): Promise<string> {
  const row = isId(surveyId)
    ? await db.selectFrom('current_survey_versions').select('title').where('survey_id', '=', surveyId).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound(`survey ${surveyId}`)
  return row.title
}

export const insertWeighting = (
  db: Db,
  commissionerId: string,
  { id, surveyId, title, madeAt, ...made }: Weighting & { by: string | null },
) =>
  db
    .insertInto('weightings')
    .values({
      commissioner_id: commissionerId,
      id,
      survey_id: surveyId,
      title,
      margins: JSON.stringify(made.margins),
      trim: made.trim,
      unsaid: made.unsaid,
      made_by: made.by,
      made_at: madeAt,
    })
    .execute()

export const insertRemoval = (db: Db, commissionerId: string, removal: { id: string; reason: string; by: string | null; at: Date }) =>
  db
    .insertInto('weighting_removals')
    .values({
      commissioner_id: commissionerId,
      weighting_id: removal.id,
      reason: removal.reason,
      removed_by: removal.by,
      removed_at: removal.at,
    })
    .execute()

import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'

type Db = Owned<'contributions'>

/** Words that wait for someone on duty. */
export async function findHeld(db: Db, contributionId: string) {
  const row = isId(contributionId)
    ? await db.selectFrom('held_contributions').selectAll().where('id', '=', contributionId).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('These words are not held')
  return row
}

/** What of a survey's answers waits for someone on duty, by id. */
export const listHeld = async (db: Db, surveyId: string): Promise<string[]> =>
  (await db.selectFrom('held_contributions').select('id').where('survey_id', '=', surveyId).execute()).map(({ id }) => id)

export async function insertRelease(
  db: Db,
  commissionerId: string,
  { contributionId, by, at }: { contributionId: string; by: string | null; at: Date },
) {
  await db
    .insertInto('hold_releases')
    .values({ commissioner_id: commissionerId, contribution_id: contributionId, released_by: by, released_at: at })
    .execute()
}

/** True while these words wait. */
export async function isHeld(db: Db, contributionId: string): Promise<boolean> {
  return (await db.selectFrom('held_contributions').select('id').where('id', '=', contributionId).executeTakeFirst()) !== undefined
}

/** True where these words wait now, or have waited before. */
export async function hasHold(db: Db, contributionId: string): Promise<boolean> {
  const row = await db.selectFrom('holds').select('contribution_id').where('contribution_id', '=', contributionId).executeTakeFirst()
  return row !== undefined
}

export async function insertHold(
  db: Db,
  commissionerId: string,
  { contributionId, reason, at }: { contributionId: string; reason: string; at: Date },
) {
  await db.insertInto('holds').values({ commissioner_id: commissionerId, contribution_id: contributionId, reason, held_at: at }).execute()
}

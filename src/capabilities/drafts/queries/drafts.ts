import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import type { Body } from '#platform/forms.ts'

type Db = Owned<'drafts'>

/** Answers so far, as someone saved them. */
export interface Draft {
  surveyId: string
  versionId: string
  body: Body
  page: number
  /** To the hour. */
  savedAt: Date
  /** The last day on which they can be opened. */
  expiresOn: string
  /** Where one goes on, with a mark in place of the secret. */
  returnPath: string
}

interface NewDraft extends Omit<Draft, 'expiresOn'> {
  commissionerId: string
  id: string
  lastsUntil: string
}

export async function insertDraft(
  db: Db,
  { commissionerId, id, surveyId, versionId, page, body, returnPath, savedAt, lastsUntil }: NewDraft,
) {
  await db
    .insertInto('drafts')
    .values({
      commissioner_id: commissionerId,
      id,
      survey_id: surveyId,
      survey_version_id: versionId,
      page,
      body: JSON.stringify(body),
      return_path: returnPath,
      saved_at: savedAt,
      lasts_until: lastsUntil,
    })
    .execute()
}

const drafts = (db: Db) =>
  db
    .selectFrom('drafts as d')
    .leftJoin('draft_closings as c', (join) =>
      join.onRef('c.commissioner_id', '=', 'd.commissioner_id').onRef('c.survey_id', '=', 'd.survey_id'),
    )

const expiresOn = sql<string>`least(d.lasts_until, c.closes_on)`

/** What the secret with this hash opens today. */
export async function findDraftByHash(db: Db, hash: Buffer, today: string): Promise<Draft> {
  const row = await drafts(db).selectAll('d').select(expiresOn.as('expires_on')).where('d.token_hash', '=', hash).executeTakeFirst()
  if (!row || row.expires_on < today) throw new NotFound('saved answers')
  return {
    surveyId: row.survey_id,
    versionId: row.survey_version_id,
    body: row.body as Body,
    page: row.page,
    savedAt: row.saved_at,
    expiresOn: row.expires_on,
    returnPath: row.return_path,
  }
}

async function deleteDrafts(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return
  await db
    .deleteFrom('return_links')
    .where('draft_id', 'in', [...ids])
    .execute()
  await db
    .deleteFrom('drafts')
    .where('id', 'in', [...ids])
    .execute()
}

export async function deleteDraftByHash(db: Db, hash: Buffer) {
  const rows = await db.selectFrom('drafts').select('id').where('token_hash', '=', hash).execute()
  await deleteDrafts(
    db,
    rows.map(({ id }) => id),
  )
}

/** A thousand at most, so that no one transaction is long. */
export async function deleteExpired(db: Db, today: string): Promise<number> {
  const rows = await drafts(db).select('d.id').where(expiresOn, '<', today).limit(1000).execute()
  await deleteDrafts(
    db,
    rows.map(({ id }) => id),
  )
  return rows.length
}

/** The last day of a survey; null where it has none. */
export async function keepClosing(
  db: Db,
  { commissionerId, surveyId, closesOn }: { commissionerId: string; surveyId: string; closesOn: string | null },
) {
  const known = await db.selectFrom('draft_closings').select('closes_on').where('survey_id', '=', surveyId).executeTakeFirst()
  // Of many who save at once, none waits for another.
  if ((known?.closes_on ?? null) === closesOn) return
  if (closesOn === null) await db.deleteFrom('draft_closings').where('survey_id', '=', surveyId).execute()
  else
    await db
      .insertInto('draft_closings')
      .values({ commissioner_id: commissionerId, survey_id: surveyId, closes_on: closesOn })
      .onConflict((conflict) => conflict.columns(['commissioner_id', 'survey_id']).doUpdateSet({ closes_on: closesOn }))
      .execute()
}

/** Surveys whose last day is over. */
export async function listClosed(db: Db, today: string): Promise<string[]> {
  const rows = await db.selectFrom('draft_closings').select('survey_id').where('closes_on', '<', today).execute()
  return rows.map(({ survey_id }) => survey_id)
}

/** As people see it at the top of the survey. */
export async function titleOfSurvey(db: Db, surveyId: string): Promise<string> {
  const row = await db.selectFrom('current_survey_versions').select('title').where('survey_id', '=', surveyId).executeTakeFirst()
  if (!row) throw new NotFound(`survey ${surveyId}`)
  return row.title
}

import type { Db as Owned } from '#platform/db.ts'
import { addDays } from '#platform/time.ts'
import { type Answerable, graceDays } from '../entry.ts'

type Db = Owned<'entries'>

/** Published consultations for which something may be entered, or could be until a few days ago: the first to close first. */
export async function listAnswerable(db: Db, today: string): Promise<Answerable[]> {
  const rows = await db
    .selectFrom('published_consultations')
    .select(['id', 'title', 'opens_on', 'closes_on', 'survey_id', 'closed_early_at'])
    .where('opens_on', '<=', today)
    .where('closes_on', '>=', addDays(today, -graceDays))
    .orderBy('closes_on')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map(({ opens_on, closes_on, survey_id, closed_early_at, ...row }) => ({
    ...row,
    opensOn: opens_on,
    closesOn: closes_on,
    surveyId: survey_id,
    closedEarlyAt: closed_early_at,
  }))
}

/** The id of the consultation that a survey asks for. */
export const consultationIdOf = async (db: Db, surveyId: string): Promise<string> =>
  (await db.selectFrom('published_consultations').select('id').where('survey_id', '=', surveyId).executeTakeFirstOrThrow()).id

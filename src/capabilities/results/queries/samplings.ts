import type { Db as Owned } from '#platform/db.ts'
import { chose, type Sampling } from '../sampling.ts'

type Db = Owned<'results'>

/** How the people who answered a survey were chosen; where nobody said, they chose to answer. */
export async function findSampling(db: Db, surveyId: string | null): Promise<Sampling> {
  if (surveyId === null) return chose
  const claim = await db
    .selectFrom('sampling_claims')
    .select(['way', 'description'])
    .where('survey_id', '=', surveyId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return claim?.way === 'random sample' ? { way: 'random sample', description: claim.description } : chose
}

interface NewClaim {
  commissioner_id: string
  id: string
  survey_id: string
  way: string
  description: string
  claimed_by: string | null
  claimed_at: Date
}

export const insertClaim = (db: Db, row: NewClaim) => db.insertInto('sampling_claims').values(row).execute()

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Audience, Readable } from '../contribution.ts'

type Db = Owned<'contributions'>

const columns = [
  'id',
  'response_id as responseId',
  'question_key as questionKey',
  'question_text as questionText',
  'words',
  'score',
  'survey_id as surveyId',
  'source_id as sourceId',
  'channel',
  'place',
  'said_on as saidOn',
  'received_at as receivedAt',
  'audiences',
] as const

const forAudience = (audience: Audience) => sql<boolean>`${audience} = any(audiences)`

/** One contribution as this audience may read it; not found where they may not. */
export async function findReadable(db: Db, contributionId: string, audience: Audience = 'analyst'): Promise<Readable> {
  if (!isId(contributionId)) throw new NotFound(`contribution ${contributionId}`)
  const row = await db
    .selectFrom('readable_contributions')
    .select(columns)
    .where('id', '=', contributionId)
    .where(forAudience(audience))
    .executeTakeFirst()
  if (!row) throw new NotFound(`contribution ${contributionId}`)
  return row
}

/** What these responses hold in words and scores, as this audience may read it, in the order of the responses' making. */
export async function contributionsOf(db: Db, responseIds: readonly string[], audience: Audience = 'analyst'): Promise<Readable[]> {
  if (responseIds.length === 0) return []
  return db
    .selectFrom('readable_contributions')
    .select(columns)
    .where('response_id', 'in', [...responseIds])
    .where(forAudience(audience))
    .orderBy('response_id')
    .orderBy('id')
    .execute()
}

/** The responses a person gave under their own name. */
export async function responsesGivenBy(db: Db, personId: string): Promise<string[]> {
  const rows = await db.selectFrom('responses').select('id').where('person_id', '=', personId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

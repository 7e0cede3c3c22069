import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'invitations'>

/** The survey's key; made by chance the first time. */
export async function keyOf(db: Db, commissionerId: string, surveyId: string, fresh: Buffer): Promise<Buffer> {
  await db
    .insertInto('invitation_keys')
    .values({ commissioner_id: commissionerId, survey_id: surveyId, key: fresh })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { key } = await db.selectFrom('invitation_keys').select('key').where('survey_id', '=', surveyId).executeTakeFirstOrThrow()
  return key
}

export interface Attempt {
  id: string
  surveyId: string
  addressMark: Buffer
  originMark: Buffer
  at: Date
}

/** How many links were asked for since a moment. Others who ask the same at this moment wait their turn, so that many at once count as many. */
export async function countAttempts(
  db: Db,
  { surveyId, addressMark, originMark }: Attempt,
  since: Date,
): Promise<{ forAddress: number; fromNetwork: number }> {
  for (const mark of [originMark, addressMark])
    await sql`select pg_advisory_xact_lock(${mark.readInt32BE(0)}, ${mark.readInt32BE(4)})`.execute(db)
  const { rows } = await sql<{ forAddress: number; fromNetwork: number }>`
    select count(*) filter (where address_mark = ${addressMark}) as "forAddress", count(*) filter (where origin_mark = ${originMark}) as "fromNetwork"
    from link_attempts where survey_id = ${surveyId} and at > ${since}`.execute(db)
  return rows[0]!
}

export async function insertAttempt(db: Db, commissionerId: string, { id, surveyId, addressMark, originMark, at }: Attempt) {
  await db
    .insertInto('link_attempts')
    .values({ commissioner_id: commissionerId, id, survey_id: surveyId, address_mark: addressMark, origin_mark: originMark, at })
    .execute()
}

export async function forgetAttempts(db: Db, before: Date) {
  await db.deleteFrom('link_attempts').where('at', '<', before).execute()
}

export async function insertRequest(
  db: Db,
  commissionerId: string,
  { id, surveyId, email }: { id: string; surveyId: string; email: string },
) {
  await db.insertInto('link_requests').values({ commissioner_id: commissionerId, id, survey_id: surveyId, email }).execute()
}

/** What someone asked for; null where it is gone. */
export async function findRequest(db: Db, id: string): Promise<{ surveyId: string; email: string; messageId: string | null } | null> {
  const row = await db
    .selectFrom('link_requests')
    .select(['survey_id', 'email', 'message_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { surveyId: row.survey_id, email: row.email, messageId: row.message_id } : null
}

export async function keepMessageOf(db: Db, requestId: string, messageId: string) {
  await db.updateTable('link_requests').set({ message_id: messageId }).where('id', '=', requestId).execute()
}

export async function deleteRequest(db: Db, id: string) {
  await db.deleteFrom('link_requests').where('id', '=', id).execute()
}

/** Surveys that keep something that is to go when they close. */
export async function listKeyed(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('invitation_keys').select('survey_id').execute()
  return rows.map(({ survey_id: surveyId }) => surveyId)
}

/** Every address, and whatever could tell that one was invited or has asked. */
export async function forgetAddresses(db: Db, surveyId: string) {
  await sql`delete from letter_invitations where (commissioner_id, letter_id) in (
    select l.commissioner_id, l.id from invitation_letters l join invitation_batches b on (b.commissioner_id, b.id) = (l.commissioner_id, l.batch_id)
    where b.survey_id = ${surveyId})`.execute(db)
  for (const table of ['invited_addresses', 'link_requests', 'link_attempts', 'invitation_keys'] as const)
    await db.deleteFrom(table).where('survey_id', '=', surveyId).execute()
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'invitations'>

export interface Invited {
  letterId: string
  messageId: string
  mark: Buffer
  to: { email: string } | { contactPointId: string }
}

export async function insertLetters(
  db: Db,
  { commissionerId, surveyId, batchId }: { commissionerId: string; surveyId: string; batchId: string },
  invited: readonly Invited[],
) {
  await db
    .insertInto('invitation_letters')
    .values(
      invited.map(({ letterId, messageId }) => ({
        commissioner_id: commissionerId,
        id: letterId,
        batch_id: batchId,
        message_id: messageId,
      })),
    )
    .execute()
  await db
    .insertInto('invited_addresses')
    .values(
      invited.map(({ letterId, mark, to }) => ({
        commissioner_id: commissionerId,
        letter_id: letterId,
        survey_id: surveyId,
        mark,
        email: 'email' in to ? to.email : null,
        contact_point_id: 'contactPointId' in to ? to.contactPointId : null,
      })),
    )
    .execute()
}

/** The marks, in hexadecimal, of everyone invited so far. Others who invite at this moment wait their turn. */
export async function listInvitedMarks(db: Db, surveyId: string): Promise<Set<string>> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`goldthread invited ${surveyId}`}, 0))`.execute(db)
  const rows = await db
    .selectFrom('invited_addresses')
    .select(sql<string>`encode(mark, 'hex')`.as('mark'))
    .where('survey_id', '=', surveyId)
    .execute()
  return new Set(rows.map(({ mark }) => mark))
}

/** Where news goes to, to be asked for by its id. */
export async function listNewsReaders(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('news_readers').select('contact_point_id').orderBy('contact_point_id').execute()
  return rows.map(({ contact_point_id: id }) => id)
}

export async function countNewsReaders(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('news_readers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Where a letter is to go; null where its batch was taken back, or the address is gone. */
export async function findAddress(db: Db, letterId: string): Promise<{ email: string | null; contactPointId: string | null } | null> {
  const row = await db
    .selectFrom('invited_addresses as a')
    .innerJoin('invitation_letters as l', 'l.id', 'a.letter_id')
    .leftJoin('invitation_withdrawals as w', 'w.batch_id', 'l.batch_id')
    .select(['a.email', 'a.contact_point_id'])
    .where('a.letter_id', '=', letterId)
    .where('w.batch_id', 'is', null)
    .executeTakeFirst()
  return row ? { email: row.email, contactPointId: row.contact_point_id } : null
}

/** A letter about to be sent, and the invitation that its last try made, if it had one. */
export async function findLetter(db: Db, id: string): Promise<{ surveyId: string; batchId: string; invitationId: string | null } | null> {
  const row = await db
    .selectFrom('invitation_letters as l')
    .innerJoin('invitation_batches as b', 'b.id', 'l.batch_id')
    .leftJoin('letter_invitations as j', 'j.letter_id', 'l.id')
    .select(['b.survey_id', 'l.batch_id', 'j.invitation_id'])
    .where('l.id', '=', id)
    .executeTakeFirst()
  return row ? { surveyId: row.survey_id, batchId: row.batch_id, invitationId: row.invitation_id } : null
}

export async function insertLetterInvitation(db: Db, commissionerId: string, letterId: string, invitationId: string) {
  await db
    .insertInto('letter_invitations')
    .values({ commissioner_id: commissionerId, letter_id: letterId, invitation_id: invitationId })
    .execute()
}

export async function deleteLetterInvitation(db: Db, letterId: string) {
  await db.deleteFrom('letter_invitations').where('letter_id', '=', letterId).execute()
}

/** The messages of these batches. */
export async function listMessages(
  db: Db,
  batchIds: readonly string[],
): Promise<{ batchId: string; letterId: string; messageId: string }[]> {
  const { rows } = await sql<{ batchId: string; letterId: string; messageId: string }>`
    select batch_id as "batchId", id as "letterId", message_id as "messageId" from invitation_letters
    where batch_id = any(${[...batchIds]}::uuid[]) order by id`.execute(db)
  return rows
}

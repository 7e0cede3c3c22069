import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { hashOf } from '#platform/ids.ts'
import { plainSecret } from '../code.ts'
import type { Standing } from '../invitation.ts'

type Db = Owned<'invitations'>

/** An invitation by its code or the secret of its link, and whether it lets someone in. */
export async function findInvitation(
  db: Db,
  secret: string,
): Promise<{ id: string; surveyId: string; standing: Exclude<Standing, 'unknown'> } | null> {
  const row = await db
    .selectFrom('invitations as i')
    .leftJoin('invitation_spendings as s', 's.invitation_id', 'i.id')
    .leftJoin('invitation_withdrawals as w', 'w.batch_id', 'i.batch_id')
    .select(['i.id', 'i.survey_id', 's.invitation_id as spent', 'w.batch_id as withdrawn'])
    .where('i.secret_hash', '=', hashOf(plainSecret(secret)))
    .executeTakeFirst()
  return row ? { id: row.id, surveyId: row.survey_id, standing: row.spent ? 'used' : row.withdrawn ? 'withdrawn' : 'good' } : null
}

/** Spend it. False where it was spent before: of two who come together one waits for the other, and gets false. */
export async function insertSpending(db: Db, commissionerId: string, invitationId: string, today: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('invitation_spendings')
    .values({ commissioner_id: commissionerId, invitation_id: invitationId, spent_on: today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Without a batch it belongs to the address with this mark, and whatever link that had works no longer. */
export async function insertInvitations(
  db: Db,
  commissionerId: string,
  invitations: readonly { id: string; surveyId: string; batchId?: string; mark?: Buffer; secretHash: Buffer }[],
) {
  for (let start = 0; start < invitations.length; start += 1000)
    await db
      .insertInto('invitations')
      .values(
        invitations.slice(start, start + 1000).map(({ id, surveyId, batchId, mark, secretHash }) => ({
          commissioner_id: commissionerId,
          id,
          survey_id: surveyId,
          batch_id: batchId ?? null,
          mark: mark ?? null,
          secret_hash: secretHash,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['commissioner_id', 'survey_id', 'mark']).doUpdateSet(({ ref }) => ({ secret_hash: ref('excluded.secret_hash') })),
      )
      .execute()
}

export async function replaceSecret(db: Db, invitationId: string, secretHash: Buffer) {
  await db.updateTable('invitations').set({ secret_hash: secretHash }).where('id', '=', invitationId).execute()
}

/** True where whoever has the address with this mark has answered. */
export async function isMarkSpent(db: Db, surveyId: string, mark: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('invitations as i')
    .innerJoin('invitation_spendings as s', 's.invitation_id', 'i.id')
    .select('i.id')
    .where('i.survey_id', '=', surveyId)
    .where('i.mark', '=', mark)
    .executeTakeFirst()
  return row !== undefined
}

/** How many addresses were sent a link they asked for, and how many of them answered. */
export async function countAsked(db: Db, surveyId: string): Promise<{ asked: number; used: number }> {
  const row = await db
    .selectFrom('invitations as i')
    .leftJoin('invitation_spendings as s', 's.invitation_id', 'i.id')
    .select(({ fn }) => [fn.count<number>('i.id').as('asked'), fn.count<number>('s.invitation_id').as('used')])
    .where('i.survey_id', '=', surveyId)
    .where('i.mark', 'is not', null)
    .executeTakeFirstOrThrow()
  return row
}

/**
 * Empty the days on which invitations were used, and write their rows anew in the order of their ids, which are chance: so neither a row's place
 * nor the number of the transaction that wrote it stands beside a response's. Those of the days before; or of one survey, all of them.
 */
export async function mixSpendings(db: Db, which: { before: string } | { surveyId: string }) {
  const those =
    'before' in which
      ? sql`spent_on < ${which.before}`
      : sql`(commissioner_id, invitation_id) in (select commissioner_id, id from invitations where survey_id = ${which.surveyId})`
  await sql`with taken as (delete from invitation_spendings where ${those} returning commissioner_id, invitation_id)
    insert into invitation_spendings (commissioner_id, invitation_id) select commissioner_id, invitation_id from taken order by invitation_id`.execute(
    db,
  )
}

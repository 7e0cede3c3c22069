import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'flags'>

/** What this installation signs with. */
export async function findArrivalKey(db: Db): Promise<string> {
  const { rows } = await sql<{ key: string }>`select arrival_key() as key`.execute(db)
  return rows[0]!.key
}

/** False where this task was spent before. */
export async function spendChallenge(db: Db, commissionerId: string, { hash, expiresAt }: { hash: Buffer; expiresAt: Date }) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('spent_challenges')
    .values({ commissioner_id: commissionerId, challenge_hash: hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function forgetChallenges(db: Db, now: Date) {
  await db.deleteFrom('spent_challenges').where('expires_at', '<', now).execute()
}

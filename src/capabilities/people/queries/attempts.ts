import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'people'>

export interface Attempt {
  id: string
  addressHash: Buffer
  originHash: Buffer
  at: Date
}

/**
 * How many links were asked for since a moment, for this address and from this origin. Others who ask the same at this
 * moment wait their turn, so that many at once are counted as many.
 */
export async function countAttempts(
  db: Db,
  { addressHash, originHash }: Attempt,
  since: Date,
): Promise<{ ofAddress: number; ofOrigin: number }> {
  for (const hash of [addressHash, originHash])
    await sql`select pg_advisory_xact_lock(${hash.readInt32BE(0)}, ${hash.readInt32BE(4)})`.execute(db)
  const { rows } = await sql<{ ofAddress: number; ofOrigin: number }>`
    select (select count(*) from accounts.sign_in_attempts where address_hash = ${addressHash} and at > ${since}) as "ofAddress",
      (select count(*) from accounts.sign_in_attempts where origin_hash = ${originHash} and at > ${since}) as "ofOrigin"`.execute(db)
  return rows[0]!
}

export async function insertAttempt(db: Db, { id, addressHash, originHash, at }: Attempt) {
  await db.insertInto('accounts.sign_in_attempts').values({ id, address_hash: addressHash, origin_hash: originHash, at }).execute()
}

export async function forgetAttempts(db: Db, before: Date) {
  await db.deleteFrom('accounts.sign_in_attempts').where('at', '<', before).execute()
}

/** Take an attempt in hand, once: the hash of the address it was for, or null where that was done before. */
export async function takeAttempt(db: Db, id: string, now: Date): Promise<Buffer | null> {
  const { rows } = await sql<{ address_hash: Buffer }>`
    with taken as (insert into accounts.sign_in_answers (attempt_id, answered_at)
      select id, ${now} from accounts.sign_in_attempts where id = ${id} on conflict do nothing returning attempt_id)
    select a.address_hash from accounts.sign_in_attempts a join taken on taken.attempt_id = a.id`.execute(db)
  return rows[0]?.address_hash ?? null
}

/** The account with this address, if it is on the staff of the commissioner bound. */
export async function findAccountByHash(db: Db, addressHash: Buffer): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select a.id from accounts.accounts a join memberships m on m.account_id = a.id
    where sha256(convert_to(a.email, 'UTF8')) = ${addressHash}
      and not exists (select from membership_endings e where (e.commissioner_id, e.membership_id) = (m.commissioner_id, m.id))`.execute(db)
  return rows[0]?.id ?? null
}

/** The ways to reach people by this address: one for each person, the latest five. */
export async function findContactPointsByHash(db: Db, addressHash: Buffer): Promise<{ id: string; addedAt: Date }[]> {
  const { rows } = await sql<{ id: string; addedAt: Date }>`
    select id, "addedAt" from (
      select distinct on (person_id) id, added_at as "addedAt" from contact_points
      where channel = 'email' and sha256(convert_to(lower(value), 'UTF8')) = ${addressHash}
      order by person_id, id desc) latest
    order by id desc limit 5`.execute(db)
  return rows
}

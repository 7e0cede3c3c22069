import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'people'>

export interface PersonLink {
  commissionerId: string
  hash: Buffer
  contactPointId: string
  madeAt: Date
  expiresAt: Date
}

export async function insertPersonLink(db: Db, { commissionerId, hash, contactPointId, madeAt, expiresAt }: PersonLink) {
  await db
    .insertInto('person_links')
    .values({ commissioner_id: commissionerId, token_hash: hash, contact_point_id: contactPointId, made_at: madeAt, expires_at: expiresAt })
    .execute()
}

export async function isPersonLinkGood(db: Db, hash: Buffer, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('person_links as l')
    .leftJoin('person_link_uses as u', 'u.token_hash', 'l.token_hash')
    .select('l.token_hash')
    .where('l.token_hash', '=', hash)
    .where('l.expires_at', '>', now)
    .where('u.token_hash', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Spend a link, in one statement: of two that come together, one gets the contact point and the other nothing. */
export async function spendPersonLink(db: Db, hash: Buffer, now: Date): Promise<string | null> {
  const { rows } = await sql<{ contact_point_id: string }>`
    with good as (select commissioner_id, token_hash, contact_point_id from person_links where token_hash = ${hash} and expires_at > ${now}),
      spent as (insert into person_link_uses (commissioner_id, token_hash, used_at) select commissioner_id, token_hash, ${now} from good
        on conflict do nothing returning token_hash)
    select contact_point_id from good join spent using (token_hash)`.execute(db)
  return rows[0]?.contact_point_id ?? null
}

export async function insertPersonSession(
  db: Db,
  {
    commissionerId,
    hash,
    personId,
    startedAt,
    endsAt,
  }: { commissionerId: string; hash: Buffer; personId: string; startedAt: Date; endsAt: Date },
) {
  await db
    .insertInto('person_sessions')
    .values({ commissioner_id: commissionerId, token_hash: hash, person_id: personId, started_at: startedAt, ends_at: endsAt })
    .execute()
}

export async function findPersonSession(db: Db, hash: Buffer, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('person_sessions')
    .select('person_id')
    .where('token_hash', '=', hash)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row?.person_id ?? null
}

export async function deletePersonSession(db: Db, hash: Buffer) {
  await db.deleteFrom('person_sessions').where('token_hash', '=', hash).execute()
}

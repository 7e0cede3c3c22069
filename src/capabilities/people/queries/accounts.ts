import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'people'>

/** The account with this address (in small letters), made if there is none. */
export async function findOrInsertAccount(db: Db, { id, email, at }: { id: string; email: string; at: Date }): Promise<string> {
  await db
    .insertInto('accounts.accounts')
    .values({ id, email, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await db.selectFrom('accounts.accounts').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id
}

export interface Link {
  hash: Buffer
  accountId: string
  madeAt: Date
  expiresAt: Date
}

export async function insertSignInLink(db: Db, { hash, accountId, madeAt, expiresAt }: Link) {
  await db
    .insertInto('accounts.sign_in_links')
    .values({ token_hash: hash, account_id: accountId, made_at: madeAt, expires_at: expiresAt })
    .execute()
}

export async function isSignInLinkGood(db: Db, hash: Buffer, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('accounts.sign_in_links as l')
    .leftJoin('accounts.sign_in_link_uses as u', 'u.token_hash', 'l.token_hash')
    .select('l.token_hash')
    .where('l.token_hash', '=', hash)
    .where('l.expires_at', '>', now)
    .where('u.token_hash', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Spend a link, in one statement: of two that come together, one gets the account and the other nothing. */
export async function spendSignInLink(db: Db, hash: Buffer, now: Date): Promise<string | null> {
  const { rows } = await sql<{ account_id: string }>`
    with good as (select token_hash, account_id from accounts.sign_in_links where token_hash = ${hash} and expires_at > ${now}),
      spent as (insert into accounts.sign_in_link_uses (token_hash, used_at) select token_hash, ${now} from good on conflict do nothing returning token_hash)
    select account_id from good join spent using (token_hash)`.execute(db)
  return rows[0]?.account_id ?? null
}

export async function insertSession(
  db: Db,
  { hash, accountId, startedAt, endsAt }: { hash: Buffer; accountId: string; startedAt: Date; endsAt: Date },
) {
  await db
    .insertInto('accounts.sessions')
    .values({ token_hash: hash, account_id: accountId, started_at: startedAt, ends_at: endsAt })
    .execute()
}

export async function endSession(db: Db, hash: Buffer, now: Date) {
  await sql`insert into accounts.session_endings (token_hash, ended_at)
    select token_hash, ${now} from accounts.sessions where token_hash = ${hash} on conflict do nothing`.execute(db)
}

export async function countSessions(db: Db, accountId: string, now: Date): Promise<number> {
  const { count } = await openSessions(db, now)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('s.account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}

/** End every session of an account, and spend every link that could start another. */
export async function endEverySession(db: Db, accountId: string, now: Date) {
  await sql`insert into accounts.session_endings (token_hash, ended_at)
    select token_hash, ${now} from accounts.sessions where account_id = ${accountId} on conflict do nothing`.execute(db)
  await sql`insert into accounts.sign_in_link_uses (token_hash, used_at)
    select token_hash, ${now} from accounts.sign_in_links where account_id = ${accountId} on conflict do nothing`.execute(db)
}

export interface SignedIn {
  accountId: string
  /** Null where the account is not, or no longer, on the staff of the commissioner bound. */
  membershipId: string | null
  name: string | null
  roles: string[]
}

/** Whose session this is, and what they are to the commissioner bound: asked at every request to the desk. */
export async function findSignedIn(db: Db, hash: Buffer, now: Date): Promise<SignedIn | null> {
  const found = await openSessions(db, now)
    .leftJoin('memberships as m', (join) =>
      join
        .onRef('m.account_id', '=', 's.account_id')
        .on(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('membership_endings as e').select('e.membership_id').whereRef('e.membership_id', '=', 'm.id'))),
        ),
    )
    .select((is) => [
      's.account_id as accountId',
      'm.id as membershipId',
      'm.name',
      sql<
        string[]
      >`array(${is.selectFrom('membership_roles as r').select('r.role').whereRef('r.membership_id', '=', 'm.id').orderBy('r.role')})`.as(
        'roles',
      ),
    ])
    .where('s.token_hash', '=', hash)
    .executeTakeFirst()
  return found ?? null
}

const openSessions = (db: Db, now: Date) =>
  db
    .selectFrom('accounts.sessions as s')
    .where('s.ends_at', '>', now)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('accounts.session_endings as e').select('e.token_hash').whereRef('e.token_hash', '=', 's.token_hash'))),
    )

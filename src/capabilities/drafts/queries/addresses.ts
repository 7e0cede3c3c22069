import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'drafts'>

export interface ReturnAddress {
  id: string
  surveyId: string
  email: string
  /** Shared by the links that one address asked for one out of another. */
  series: string
}

export async function insertAddress(
  db: Db,
  {
    commissionerId,
    id,
    surveyId,
    email,
    series,
    lastsUntil,
    toldOf,
  }: ReturnAddress & { commissionerId: string; lastsUntil: string; toldOf: string | null },
) {
  await db
    .insertInto('return_addresses')
    .values({ commissioner_id: commissionerId, id, survey_id: surveyId, email, series, lasts_until: lastsUntil })
    .execute()
  await db.insertInto('address_warnings').values({ commissioner_id: commissionerId, address_id: id, told_of: toldOf }).execute()
}

/** Where the link with this secret was sent. */
export async function findAddressByKey(db: Db, key: Buffer): Promise<ReturnAddress | undefined> {
  const row = await db.selectFrom('return_addresses').selectAll().where('key_hash', '=', key).executeTakeFirst()
  return row && { id: row.id, surveyId: row.survey_id, email: row.email, series: row.series }
}

export const findEmail = async (db: Db, id: string) =>
  (await db.selectFrom('return_addresses').select('email').where('id', '=', id).executeTakeFirst())?.email ?? null

/** How many links this address was sent on the day that makes them last until then. */
export async function countAsked(
  db: Db,
  { surveyId, email, lastsUntil }: { surveyId: string; email: string; lastsUntil: string },
): Promise<number> {
  const row = await db
    .selectFrom('return_addresses')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('survey_id', '=', surveyId)
    .where('email', '=', email)
    .where('lasts_until', '=', lastsUntil)
    .executeTakeFirstOrThrow()
  return row.count
}

/** None of these links is warned of any more. */
export async function deleteWarningsOf(db: Db, series: string) {
  await db
    .deleteFrom('address_warnings')
    .where('address_id', 'in', (from) => from.selectFrom('return_addresses').select('id').where('series', '=', series))
    .execute()
}

async function deleteAddresses(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return
  await db
    .deleteFrom('return_links')
    .where('address_id', 'in', [...ids])
    .execute()
  await db
    .deleteFrom('address_warnings')
    .where('address_id', 'in', [...ids])
    .execute()
  await db
    .deleteFrom('return_addresses')
    .where('id', 'in', [...ids])
    .execute()
}

export const deleteAddress = (db: Db, id: string) => deleteAddresses(db, [id])

export async function deleteAddressesOf(db: Db, surveyId: string) {
  const rows = await db.selectFrom('return_addresses').select('id').where('survey_id', '=', surveyId).execute()
  await deleteAddresses(
    db,
    rows.map(({ id }) => id),
  )
}

/** Where a survey has no last day, an address is of no use once what it saved has gone. */
export async function deleteUselessAddresses(db: Db, today: string) {
  const rows = await db
    .selectFrom('return_addresses as a')
    .select('a.id')
    .where('a.lasts_until', '<', today)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('draft_closings as c').select('c.survey_id').whereRef('c.survey_id', '=', 'a.survey_id'))),
    )
    .execute()
  await deleteAddresses(
    db,
    rows.map(({ id }) => id),
  )
}

/** Each address once, by one of its ids. */
export async function listAddresses(db: Db, surveyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('return_addresses')
    .distinctOn('email')
    .select('id')
    .where('survey_id', '=', surveyId)
    .orderBy('email')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** How many addresses asked for a link and have not sent their answers through it. */
export async function countWaiting(db: Db, surveyId: string): Promise<number> {
  const row = await db
    .selectFrom('return_addresses')
    .select(({ fn }) => fn.count<number>('email').distinct().as('count'))
    .where('survey_id', '=', surveyId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Those whose answers will soon be deleted and who were not told of that day: from today, up to a day. */
export async function listToWarn(
  db: Db,
  { today, upTo }: { today: string; upTo: string },
): Promise<{ id: string; surveyId: string; expiresOn: string }[]> {
  const expires = sql<string>`least(a.lasts_until, c.closes_on)`
  const rows = await db
    .selectFrom('address_warnings as w')
    .innerJoin('return_addresses as a', (join) =>
      join.onRef('a.commissioner_id', '=', 'w.commissioner_id').onRef('a.id', '=', 'w.address_id'),
    )
    .leftJoin('draft_closings as c', (join) =>
      join.onRef('c.commissioner_id', '=', 'a.commissioner_id').onRef('c.survey_id', '=', 'a.survey_id'),
    )
    .select(['a.id', 'a.survey_id', expires.as('expires_on')])
    .where(sql<boolean>`w.told_of is distinct from ${expires}`)
    .where(expires, '>=', today)
    .where(expires, '<=', upTo)
    .limit(1000)
    .execute()
  return rows.map((row) => ({ id: row.id, surveyId: row.survey_id, expiresOn: row.expires_on }))
}

/** False where another worker wrote that down in the same moment. */
export async function keepToldOf(db: Db, id: string, day: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('address_warnings')
    .set({ told_of: day })
    .where('address_id', '=', id)
    .where(sql<boolean>`told_of is distinct from ${day}::date`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

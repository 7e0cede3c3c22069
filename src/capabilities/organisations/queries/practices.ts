import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'organisations'>

/** What we hold of an organisation now, to be held against a list. */
export interface KnownPractice {
  id: string
  code: string
  kind: string
  name: string
  namedOn: string
  lines: string
  postcode: string
  /** Null where no address is held. */
  placedOn: string | null
  openedOn: string | null
  closedOn: string | null
}

export async function findByCodes(db: Db, codes: readonly string[]): Promise<Map<string, KnownPractice>> {
  const { rows } = await sql<KnownPractice>`
    select o.id, c.code, o.kind, n.name, n.from_on as "namedOn", coalesce(a.lines, '') as lines, coalesce(a.postcode, '') as postcode,
      a.from_on as "placedOn", o.opened_on as "openedOn", o.closed_on as "closedOn"
    from organisation_codes c
    join organisations o on (o.commissioner_id, o.id) = (c.commissioner_id, c.organisation_id)
    join lateral (select name, from_on from organisation_names n
      where (n.commissioner_id, n.organisation_id) = (o.commissioner_id, o.id) order by from_on desc limit 1) n on true
    left join lateral (select lines, postcode, from_on from organisation_addresses a
      where (a.commissioner_id, a.organisation_id) = (o.commissioner_id, o.id) order by from_on desc limit 1) a on true
    where c.scheme = 'ods' and c.code = any(${[...codes]}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.code, row]))
}

interface Dated {
  commissionerId: string
  organisationId: string
  fromOn: string
}

/** A new name from a date on; a second one on the same day replaces the first. */
export async function nameFrom(db: Db, { commissionerId, organisationId, fromOn }: Dated, name: string) {
  await db
    .insertInto('organisation_names')
    .values({ commissioner_id: commissionerId, organisation_id: organisationId, from_on: fromOn, name })
    .onConflict((conflict) => conflict.columns(['commissioner_id', 'organisation_id', 'from_on']).doUpdateSet({ name }))
    .execute()
}

export async function placeFrom(db: Db, { commissionerId, organisationId, fromOn }: Dated, place: { lines: string; postcode: string }) {
  await db
    .insertInto('organisation_addresses')
    .values({ commissioner_id: commissionerId, organisation_id: organisationId, from_on: fromOn, ...place })
    .onConflict((conflict) => conflict.columns(['commissioner_id', 'organisation_id', 'from_on']).doUpdateSet(place))
    .execute()
}

export async function setKindAndDates(
  db: Db,
  id: string,
  { kind, openedOn, closedOn }: { kind: string; openedOn: string; closedOn: string | null },
) {
  await db.updateTable('organisations').set({ kind, opened_on: openedOn, closed_on: closedOn }).where('id', '=', id).execute()
  await db.updateTable('organisation_codes').set({ to_on: closedOn }).where('organisation_id', '=', id).execute()
}

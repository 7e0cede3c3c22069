import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Organisation, OrganisationKind, OrganisationRecord } from '../organisation.ts'

type Db = Owned<'organisations'>

const columns = ['id', 'kind', 'name', 'code', 'postcode', 'closed_on'] as const
type Row = { id: string; kind: string; name: string; code: string | null; postcode: string | null; closed_on: string | null }
const asOrganisation = ({ closed_on, kind, ...row }: Row): Organisation => ({ ...row, kind: kind as OrganisationKind, closedOn: closed_on })

/** Every organisation as it is called now, by name. */
export async function listOrganisations(db: Db): Promise<Organisation[]> {
  return (await db.selectFrom('current_organisations').select(columns).orderBy('name').orderBy('id').execute()).map(asOrganisation)
}

export interface Looking {
  /** In the name, or the beginning of the code or postcode. */
  words?: string | undefined
  kind?: OrganisationKind | undefined
  /** The last organisation of the page before. */
  after?: string | undefined
}

/** One page of organisations by name, and whether there are more. */
export async function findOrganisations(
  db: Db,
  { words, kind, after }: Looking,
  size = 50,
): Promise<{ organisations: Organisation[]; more: boolean }> {
  const last =
    after && isId(after)
      ? await db.selectFrom('current_organisations').select(['name', 'id']).where('id', '=', after).executeTakeFirst()
      : undefined
  const literal = words?.replaceAll(/[\\%_]/g, '\\$&')
  const rows = await db
    .selectFrom('current_organisations')
    .select(columns)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(literal !== undefined, (query) =>
      query.where((is) =>
        is.or([is('name', 'ilike', `%${literal}%`), is('code', 'ilike', `${literal}%`), is('postcode', 'ilike', `${literal}%`)]),
      ),
    )
    .$if(last !== undefined, (query) => query.where(sql<boolean>`(name, id) > (${last?.name ?? ''}, ${last?.id ?? null}::uuid)`))
    .orderBy('name')
    .orderBy('id')
    .limit(size + 1)
    .execute()
  return { organisations: rows.slice(0, size).map(asOrganisation), more: rows.length > size }
}

export async function findOrganisation(db: Db, id: string): Promise<OrganisationRecord> {
  const row = isId(id)
    ? await db
        .selectFrom('current_organisations')
        .select([...columns, 'opened_on'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound(`organisation ${id}`)
  const { opened_on, ...rest } = row
  const of = <T extends { organisation_id: string; from_on: string }>(rows: T[]) => rows
  const [names, codes, addresses] = [
    of(await db.selectFrom('organisation_names').selectAll().where('organisation_id', '=', id).orderBy('from_on', 'desc').execute()),
    of(await db.selectFrom('organisation_codes').selectAll().where('organisation_id', '=', id).orderBy('from_on', 'desc').execute()),
    of(await db.selectFrom('organisation_addresses').selectAll().where('organisation_id', '=', id).orderBy('from_on', 'desc').execute()),
  ]
  return {
    ...asOrganisation(rest),
    openedOn: opened_on,
    names: names.map(({ name, from_on }) => ({ name, fromOn: from_on })),
    codes: codes.map(({ code, scheme, from_on, to_on }) => ({ code, scheme, fromOn: from_on, toOn: to_on })),
    addresses: addresses.map(({ lines, postcode, from_on }) => ({ lines, postcode, fromOn: from_on })),
  }
}

export interface NewOrganisation {
  commissionerId: string
  id: string
  kind: OrganisationKind
  name: string
  code: string | null
  lines: string
  postcode: string
  fromOn: string
  openedOn: string | null
  closedOn: string | null
  addedAt: Date
}

export async function insertOrganisations(db: Db, organisations: readonly NewOrganisation[]) {
  if (organisations.length === 0) return
  const key = ({ commissionerId, id, fromOn }: NewOrganisation) => ({
    commissioner_id: commissionerId,
    organisation_id: id,
    from_on: fromOn,
  })
  await db
    .insertInto('organisations')
    .values(
      organisations.map(({ commissionerId, id, kind, openedOn, closedOn, addedAt }) => ({
        commissioner_id: commissionerId,
        id,
        kind,
        opened_on: openedOn,
        closed_on: closedOn,
        added_at: addedAt,
      })),
    )
    .execute()
  await db
    .insertInto('organisation_names')
    .values(organisations.map((organisation) => ({ ...key(organisation), name: organisation.name })))
    .execute()
  const coded = organisations.flatMap((organisation) =>
    organisation.code ? [{ ...key(organisation), code: organisation.code, to_on: organisation.closedOn }] : [],
  )
  if (coded.length) await db.insertInto('organisation_codes').values(coded).execute()
  const placed = organisations.filter(({ lines, postcode }) => lines || postcode)
  if (placed.length)
    await db
      .insertInto('organisation_addresses')
      .values(placed.map((organisation) => ({ ...key(organisation), lines: organisation.lines, postcode: organisation.postcode })))
      .execute()
}

export const codeIsTaken = async (db: Db, code: string) =>
  (await db.selectFrom('current_organisations').select('id').where('code', '=', code).executeTakeFirst()) !== undefined

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import type { CodingCarry } from '#platform/slots.ts'
import type { SaltedCoding } from './codings.ts'

type Db = Owned<'codings'>

export interface Carried {
  /** What stands under the first theme. */
  coding: SaltedCoding
  /** The same coder's coding of the same words under the other theme, where there is one. */
  existing: string | null
}

const stands = (alias: string) =>
  sql`not exists (select from coding_removals x where (x.commissioner_id, x.coding_id) = (${sql.ref(`${alias}.commissioner_id`)}, ${sql.ref(`${alias}.id`)}))`

// Looked up one by one in the database, right after an import, PostgreSQL would go through a whole theme for each coding.
const listStanding = async (db: Db, themeIds: readonly string[], contributionIds?: readonly string[]): Promise<SaltedCoding[]> => {
  const { rows } = await sql<SaltedCoding>`
    select c.id, c.contribution_id, c.theme_id, c.coder_id, c.start_at, c.end_at, c.made_at, c.salt from codings c
    where c.theme_id = any(${[...themeIds]}::uuid[]) and ${stands('c')}
      ${contributionIds ? sql`and c.contribution_id = any(${[...contributionIds]}::uuid[])` : sql``}
    order by c.id`.execute(db)
  return rows
}

const keyOf = ({ contribution_id, coder_id, start_at, end_at }: SaltedCoding, themeId: string) =>
  `${themeId} ${contribution_id} ${coder_id} ${start_at} ${end_at}`
const byKey = (codings: readonly SaltedCoding[]) => new Map(codings.map((coding) => [keyOf(coding, coding.theme_id), coding.id]))

/** Every coding that stands under one theme, read or not by anyone now: what is withheld today may be shown again. */
export async function listToCarry(db: Db, { from, to, contributionIds }: CodingCarry): Promise<Carried[]> {
  const there = byKey(await listStanding(db, [to], contributionIds))
  const found = await listStanding(db, [from], contributionIds)
  return found.map((coding) => ({ coding, existing: there.get(keyOf(coding, to)) ?? null }))
}

export interface Returned extends Carried {
  /** What stands for it now under the theme it was carried to. */
  successor: SaltedCoding
  /** True where that was made by carrying alone, so that it goes when this comes back. */
  successorGoes: boolean
}

interface Before extends SaltedCoding {
  successor_id: string
  successor_made_at: Date
  successor_salt: Buffer
  fresh: boolean
}

/** What was carried from `to` to `from` and still stands there. One whose words a coder ties to another theme that was carried here stays for that one. */
export async function listToReturn(db: Db, { from, to }: CodingCarry): Promise<Returned[]> {
  const { rows } = await sql<Before>`
    select p.id, p.contribution_id, p.theme_id, p.coder_id, p.start_at, p.end_at, p.made_at, p.salt,
      s.id as successor_id, s.made_at as successor_made_at, s.salt as successor_salt, o.fresh
    from codings s
    join coding_successions o on (o.commissioner_id, o.successor_id) = (s.commissioner_id, s.id) and o.direct
    join codings p on (p.commissioner_id, p.id) = (o.commissioner_id, o.coding_id)
    where s.theme_id = ${from} and ${stands('s')} order by p.id`.execute(db)
  const there = byKey(await listStanding(db, [...new Set(rows.map((row) => row.theme_id))]))
  return [...Map.groupBy(rows, (row) => row.successor_id).values()].flatMap((before) => {
    const last = before.findLast((row) => row.theme_id === to)
    if (!last) return []
    const { successor_id: id, successor_made_at: made_at, successor_salt: salt, fresh: _, ...coding } = last
    const others = before.filter((row) => row.theme_id !== to)
    return {
      coding,
      existing: there.get(keyOf(coding, to)) ?? null,
      successor: { ...coding, id, theme_id: from, made_at, salt },
      successorGoes: before.some((row) => row.fresh) && others.every((row) => there.has(keyOf(row, row.theme_id))),
    }
  })
}

/** Take these away; one that its coder took away in the same moment is not among the answer. */
export async function removeCarried(db: Db, ids: readonly string[], by: { commissionerId: string; removedBy: string | null; at: Date }) {
  const { rows } = await sql<{ coding_id: string }>`
    insert into coding_removals (commissioner_id, coding_id, removed_by, removed_at)
    select ${by.commissionerId}::uuid, id, ${by.removedBy}::uuid, ${by.at}::timestamptz from unnest(${[...ids]}::uuid[]) as id
    on conflict do nothing returning coding_id`.execute(db)
  return new Set(rows.map((row) => row.coding_id))
}

export interface Succession {
  codingId: string
  successorId: string
  fresh: boolean
}

/** Who stands for whom from now on; and for whatever each of them stood for. */
export const insertSuccessions = (
  db: Db,
  successions: readonly Succession[],
  { commissionerId, at, undoing }: { commissionerId: string; at: Date; undoing: boolean },
) =>
  sql`
    with next as materialized (
      select * from unnest(${successions.map((one) => one.codingId)}::uuid[], ${successions.map((one) => one.successorId)}::uuid[],
        ${successions.map((one) => one.fresh)}::boolean[]) as n (coding_id, successor_id, fresh)),
    before as materialized (
      select coding_id, successor_id, left_at, undoing from coding_successions
      where successor_id = any(${successions.map((one) => one.codingId)}::uuid[]))
    insert into coding_successions (commissioner_id, coding_id, successor_id, left_at, direct, fresh, undoing)
    select ${commissionerId}::uuid, coding_id, successor_id, ${at}::timestamptz, true, fresh, ${undoing}::boolean from next
    union all
    select distinct on (b.coding_id, n.successor_id) ${commissionerId}::uuid, b.coding_id, n.successor_id, b.left_at, false, false, b.undoing
    from next n join before b on b.successor_id = n.coding_id and b.coding_id <> n.successor_id
    on conflict do nothing`.execute(db)

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { type Coding, type CodingRow, spanOf } from '../coding.ts'
import type { Span } from '../span.ts'
import { seenBy } from './blind.ts'

type Db = Owned<'codings'>
export type SaltedCoding = CodingRow & { salt: Buffer }

/** One statement for any number of codings: each column travels as one array. */
export async function insertCodings(db: Db, commissionerId: string, rows: readonly SaltedCoding[]) {
  if (rows.length === 0) return
  const column = <Key extends keyof SaltedCoding>(key: Key) => rows.map((row) => row[key])
  await sql`
    insert into codings (commissioner_id, id, contribution_id, theme_id, coder_id, start_at, end_at, made_at, salt)
    select ${commissionerId}::uuid, * from unnest(
      ${column('id')}::uuid[], ${column('contribution_id')}::uuid[], ${column('theme_id')}::uuid[], ${column('coder_id')}::uuid[],
      ${column('start_at')}::integer[], ${column('end_at')}::integer[], ${column('made_at')}::timestamptz[], ${column('salt')}::bytea[])`.execute(
    db,
  )
}

/** Two people, or one who clicks twice, code the same comment one after the other. */
export const lockComment = (db: Db, contributionId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`coding ${contributionId}`}, 0))`.execute(db)

/** Which of these themes this coder has already tied to this very place. */
export async function listSame(
  db: Db,
  { contributionId, coderId, span, themeIds }: { contributionId: string; coderId: string; span: Span | null; themeIds: readonly string[] },
): Promise<string[]> {
  const rows = await db
    .selectFrom('current_codings')
    .select('theme_id')
    .where('contribution_id', '=', contributionId)
    .where('coder_id', '=', coderId)
    .where('theme_id', 'in', [...themeIds])
    .where('start_at', 'is not distinct from', span?.start ?? null)
    .where('end_at', 'is not distinct from', span?.end ?? null)
    .execute()
  return rows.map((row) => row.theme_id)
}

interface Where {
  contributionIds: readonly string[]
  /** By membership: of a comment that is coded blind, they see their own codings alone. */
  reader: string | null
  frameId?: string
  themeId?: string
}

/** The codings of these comments that count and that the reader may see, in the order of the words, each with what its theme is called now. */
export async function listCodings(db: Db, { contributionIds, reader, frameId, themeId }: Where): Promise<Coding[]> {
  const rows = await db
    .selectFrom('current_codings as k')
    .innerJoin('named_themes as w', 'w.id', 'k.theme_id')
    .select(['k.id', 'k.contribution_id', 'k.theme_id', 'w.name', 'k.start_at', 'k.end_at', 'k.coder_id', 'k.coder_name', 'k.made_at'])
    .where(sql<boolean>`k.contribution_id = any(${contributionIds}::uuid[])`)
    .where(seenBy(reader, 'k.id'))
    .$if(frameId !== undefined, (query) => query.where('w.frame_id', '=', frameId!))
    .$if(themeId !== undefined, (query) => query.where('k.theme_id', '=', themeId!))
    .orderBy(sql`coalesce(k.start_at, -1)`)
    .orderBy('k.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    contributionId: row.contribution_id,
    themeId: row.theme_id,
    themeName: row.name,
    span: spanOf(row),
    coderId: row.coder_id,
    coderName: row.coder_name,
    madeAt: row.made_at,
  }))
}

const salted = (db: Db) =>
  db
    .selectFrom('codings as c')
    .select(['c.id', 'c.contribution_id', 'c.theme_id', 'c.coder_id', 'c.start_at', 'c.end_at', 'c.made_at', 'c.salt'])

/** A coding that still counts, on this comment, as far as the reader may see it; with the frame it is of. */
export async function findCoding(
  db: Db,
  { contributionId, id, reader }: { contributionId: string; id: string; reader: string | null },
): Promise<{ coding: SaltedCoding; frameId: string }> {
  const row = isId(id)
    ? await salted(db)
        .innerJoin('current_codings as k', 'k.id', 'c.id')
        .innerJoin('frame_themes as t', 't.id', 'c.theme_id')
        .select('t.frame_id')
        .where('c.id', '=', id)
        .where('c.contribution_id', '=', contributionId)
        .where(seenBy(reader, 'c.id'))
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  const { frame_id: frameId, ...coding } = row
  return { coding, frameId }
}

/** What stands for these codings now: each itself, or what it was carried on as or made again as; those that nobody has taken off. */
export const listStanding = (db: Db, ids: readonly string[]): Promise<SaltedCoding[]> =>
  salted(db)
    .where(
      sql<boolean>`c.id in (
        with recursive line (id) as (
          select unnest(${ids}::uuid[])
          union select coalesce(r.returned_as, s.successor_id) from line l
            left join coding_returns r on r.coding_id = l.id
            left join coding_successions s on s.coding_id = l.id and s.direct and s.fresh
            where r.coding_id is not null or s.coding_id is not null)
        select id from line)`,
    )
    .where((eb) => eb.not(eb.exists(eb.selectFrom('coding_removals as x').select('x.coding_id').whereRef('x.coding_id', '=', 'c.id'))))
    .execute()

/** These codings, standing or not. */
export const listCodingRows = (db: Db, ids: readonly string[]): Promise<SaltedCoding[]> =>
  salted(db).where(sql<boolean>`c.id = any(${ids}::uuid[])`).execute()

/** One statement for any number; what is taken off already stays so. */
export async function insertRemovals(db: Db, commissionerId: string, ids: readonly string[], by: { removedBy: string | null; at: Date }) {
  if (ids.length === 0) return
  await sql`
    insert into coding_removals (commissioner_id, coding_id, removed_by, removed_at)
    select ${commissionerId}::uuid, c, ${by.removedBy}::uuid, ${by.at}::timestamptz from unnest(${ids}::uuid[]) as c
    on conflict do nothing`.execute(db)
}

/** Codings that were taken off stand again, as others. */
export async function insertReturns(db: Db, commissionerId: string, pairs: readonly { from: string; to: string }[], at: Date) {
  if (pairs.length === 0) return
  await sql`
    insert into coding_returns (commissioner_id, coding_id, returned_as, returned_at)
    select ${commissionerId}::uuid, f, t, ${at}::timestamptz from unnest(${pairs.map((pair) => pair.from)}::uuid[], ${pairs.map((pair) => pair.to)}::uuid[]) as r (f, t)
    on conflict do nothing`.execute(db)
}

import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import { type Coding, type CodingRow, spanOf } from '../coding.ts'
import type { Span } from '../span.ts'

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
  frameId?: string
  themeId?: string
}

/** The codings of these comments that count, in the order of the words, each with what its theme is called now. */
export async function listCodings(db: Db, { contributionIds, frameId, themeId }: Where): Promise<Coding[]> {
  const rows = await db
    .selectFrom('current_codings as k')
    .innerJoin('named_themes as w', 'w.id', 'k.theme_id')
    .select(['k.id', 'k.contribution_id', 'k.theme_id', 'w.name', 'k.start_at', 'k.end_at', 'k.coder_name', 'k.coder_kind', 'k.made_at'])
    .where(sql<boolean>`k.contribution_id = any(${contributionIds}::uuid[])`)
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
    coderName: row.coder_name,
    coderKind: row.coder_kind,
    madeAt: row.made_at,
  }))
}

/** A coding that still counts, on this comment. */
export async function findCoding(db: Db, contributionId: string, id: string): Promise<SaltedCoding> {
  const coding = isId(id)
    ? await db
        .selectFrom('codings as c')
        .innerJoin('current_codings as k', 'k.id', 'c.id')
        .select(['c.id', 'c.contribution_id', 'c.theme_id', 'c.coder_id', 'c.start_at', 'c.end_at', 'c.made_at', 'c.salt'])
        .where('c.id', '=', id)
        .where('c.contribution_id', '=', contributionId)
        .executeTakeFirst()
    : undefined
  if (!coding) throw new NotFound()
  return coding
}

export const insertRemoval = (db: Db, row: { commissioner_id: string; coding_id: string; removed_by: string | null; removed_at: Date }) =>
  db.insertInto('coding_removals').values(row).execute()

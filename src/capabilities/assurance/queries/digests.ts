import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'

type Db = Owned<'assurance'>

export interface Expected {
  id: string
  digest: string
}

/** Spread the digests of every event out into a table of this transaction, so that they can be read by kind and id without holding them all. */
export async function spreadDigests(db: Db) {
  await sql`drop table if exists pg_temp.expected_rows`.execute(db)
  await sql`
    create temporary table expected_rows on commit drop as
    select distinct on (kind, id) kind, id, digest from (
      select coalesce(d ->> 0, '') collate "C" as kind, coalesce(d ->> 1, '') collate "C" as id, coalesce(d ->> 2, '') as digest, e.id as event_id
      from recorded_events e cross join lateral jsonb_array_elements(e.digests) d
    ) spread order by kind, id, event_id desc`.execute(db)
  await sql`create index on pg_temp.expected_rows (kind, id)`.execute(db)
}

export async function listDigestKinds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from pg_temp.expected_rows order by kind`.execute(db)
  return rows.map(({ kind }) => kind)
}

/** What events say the rows of one kind are, by id in order. */
export async function* readExpected(db: Db, kind: string): AsyncGenerator<Expected> {
  for (let after = ''; ; ) {
    const { rows } =
      await sql<Expected>`select id, digest from pg_temp.expected_rows where kind = ${kind} and id > ${after} order by id limit 1000`.execute(
        db,
      )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** Those of these rows that an event speaks of by now. */
export async function listSpokenOf(db: Db, kind: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select d ->> 1 as id from recorded_events e cross join lateral jsonb_array_elements(e.digests) d
    where d ->> 0 = ${kind} and d ->> 1 = any(${[...ids]})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export async function countEvents(db: Db): Promise<number> {
  return (
    await db
      .selectFrom('recorded_events')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count
}

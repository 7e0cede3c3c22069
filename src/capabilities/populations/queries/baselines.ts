import { sql } from 'kysely'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Baseline, BaselineDraft, Characteristic, Counted, Group } from '../baseline.ts'

type Db = Owned<'populations'>

const whole = (db: Db) =>
  db
    .selectFrom('baselines as b')
    .leftJoin('baseline_removals as r', (join) =>
      join.onRef('r.commissioner_id', '=', 'b.commissioner_id').onRef('r.baseline_id', '=', 'b.id'),
    )
    .select((eb) => [
      'b.id',
      'b.title',
      'b.characteristic',
      'b.counted',
      'b.area',
      'b.area_codes as areaCodes',
      'b.boundary_year as boundaryYear',
      'b.source',
      'b.dated',
      'b.note',
      'b.added_at as addedAt',
      'r.reason as removal',
      eb
        .selectFrom('baseline_groups as g')
        .select(
          sql<Group[]>`jsonb_agg(jsonb_build_object('value', g.value, 'label', g.label, 'count', g.count) order by g.place)`.as('groups'),
        )
        .whereRef('g.commissioner_id', '=', 'b.commissioner_id')
        .whereRef('g.baseline_id', '=', 'b.id')
        .as('groups'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

const asBaseline = ({ characteristic, counted, groups, ...row }: Row): Baseline => ({
  ...row,
  characteristic: characteristic as Characteristic,
  counted: counted as Counted,
  groups: groups ?? [],
})

/** The populations in use, the latest first; of one characteristic where that is given. */
export async function listBaselines(db: Db, characteristic?: Characteristic): Promise<Baseline[]> {
  const rows = await whole(db)
    .where('r.reason', 'is', null)
    .$if(characteristic !== undefined, (query) => query.where('b.characteristic', '=', characteristic!))
    .orderBy('b.added_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(asBaseline)
}

/** One population, in use or not. */
export async function findBaseline(db: Db, id: string): Promise<Baseline> {
  const row = isId(id) ? await whole(db).where('b.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`baseline ${id}`)
  return asBaseline(row)
}

interface Added {
  id: string
  by: string | null
  at: Date
}

export async function insertBaseline(db: Db, commissionerId: string, draft: BaselineDraft, { id, by, at }: Added) {
  await db
    .insertInto('baselines')
    .values({
      commissioner_id: commissionerId,
      id,
      title: draft.title,
      characteristic: draft.characteristic,
      counted: draft.counted,
      area: draft.area,
      area_codes: [...draft.areaCodes],
      boundary_year: draft.boundaryYear,
      source: draft.source,
      dated: draft.dated,
      note: draft.note,
      added_by: by,
      added_at: at,
    })
    .execute()
  await sql`
    insert into baseline_groups (commissioner_id, baseline_id, value, label, count, place)
    select ${commissionerId}::uuid, ${id}::uuid, g.value, g.label, g.count, g.place
    from unnest(${draft.groups.map(({ value }) => value)}::text[], ${draft.groups.map(({ label }) => label)}::text[], ${draft.groups.map(({ count }) => count)}::float8[])
      with ordinality as g (value, label, count, place)`.execute(db)
}

export const insertBaselineRemoval = (db: Db, commissionerId: string, { id, reason, by, at }: Added & { reason: string }) =>
  db
    .insertInto('baseline_removals')
    .values({ commissioner_id: commissionerId, baseline_id: id, reason, removed_by: by, removed_at: at })
    .execute()

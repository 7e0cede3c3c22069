import { z } from 'zod'
import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { Headcount } from '../headcount.ts'

type Db = Owned<'populations'>

const columns = ['id', 'baseline_id as baselineId', 'title', 'counted_on as countedOn', 'counts', 'unsaid'] as const
const kept = z.record(z.string(), z.number())

const asHeadcount = <Row extends { counts: unknown }>(row: Row) => ({ ...row, counts: kept.parse(row.counts) })

/** Those counted against one population, the latest first. */
export async function listHeadcounts(db: Db, baselineId: string): Promise<Headcount[]> {
  const rows = await db
    .selectFrom('headcounts')
    .select(columns)
    .where('baseline_id', '=', baselineId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(asHeadcount)
}

export async function findHeadcount(db: Db, id: string): Promise<Headcount> {
  const row = isId(id) ? await db.selectFrom('headcounts').select(columns).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound(`headcount ${id}`)
  return asHeadcount(row)
}

export const insertHeadcount = (db: Db, commissionerId: string, headcount: Headcount & { by: string | null; at: Date }) =>
  db
    .insertInto('headcounts')
    .values({
      commissioner_id: commissionerId,
      id: headcount.id,
      baseline_id: headcount.baselineId,
      title: headcount.title,
      counted_on: headcount.countedOn,
      counts: JSON.stringify(headcount.counts),
      unsaid: headcount.unsaid,
      made_by: headcount.by,
      made_at: headcount.at,
    })
    .execute()

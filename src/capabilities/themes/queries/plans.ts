import type { Db as Owned } from '#platform/db.ts'
import { NotFound } from '#platform/errors.ts'
import { isId } from '#platform/ids.ts'
import type { PlannedFrame } from '../planned-frame.ts'

type Db = Owned<'themes'>

/** A frame that a file describes, read and shown, and the frame made of it, if one was. */
export interface KeptPlan {
  id: string
  title: string
  plan: PlannedFrame
  frameId: string | null
}

export async function findPlan(db: Db, id: string): Promise<KeptPlan> {
  const row = isId(id)
    ? await db
        .selectFrom('frame_plans as p')
        .leftJoin('frame_plan_uses as u', 'u.plan_id', 'p.id')
        .select(['p.id', 'p.title', 'p.plan', 'u.frame_id as frameId'])
        .where('p.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return { ...row, plan: row.plan as unknown as PlannedFrame }
}

export const insertPlan = (
  db: Db,
  { plan, ...row }: { commissioner_id: string; id: string; title: string; plan: PlannedFrame; planned_by: string | null; planned_at: Date },
) =>
  db
    .insertInto('frame_plans')
    .values({ ...row, plan: JSON.stringify(plan) })
    .execute()

/** False where someone made a frame of it already. */
export async function insertUse(db: Db, row: { commissioner_id: string; plan_id: string; frame_id: string }): Promise<boolean> {
  const inserted = await db
    .insertInto('frame_plan_uses')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('plan_id')
    .executeTakeFirst()
  return inserted !== undefined
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { PlannedFrame } from '../planned-frame.ts'
import { mayShapeFrame } from '../policy.ts'
import { findPlan, insertPlan, insertUse } from '../queries/plans.ts'
import { makeFrame } from './make-frame.ts'

/** Keep what a file says of a frame until someone has looked at it. The file itself is not kept. Answers the plan's id. */
export async function keepPlan(ctx: Context, { title, plan }: { title: string; plan: PlannedFrame }): Promise<string> {
  allowOnly(mayShapeFrame(ctx.actor))
  const id = newId()
  await insertPlan(ctx.db, { commissioner_id: ctx.commissioner.id, id, title, plan, planned_by: staffId(ctx.actor), planned_at: ctx.now })
  await record(ctx, 'frame-plan.read', id, { themes: plan.count, rejected: plan.rejected.length }, { publicPagesStay: true })
  return id
}

/** Make the frame that was planned: once. Answers its id. */
export async function makePlanned(ctx: Context, planId: string): Promise<string> {
  const { title, plan, frameId: made } = await findPlan(ctx.db, planId)
  refuseIf(made !== null, 'A frame was made of this file already')
  const { frameId } = await makeFrame(ctx, { title, themes: plan.themes, note: 'Brought in from a file' })
  refuseIf(
    !(await insertUse(ctx.db, { commissioner_id: ctx.commissioner.id, plan_id: planId, frame_id: frameId })),
    'Someone else made a frame of this file in the same moment',
  )
  return frameId
}

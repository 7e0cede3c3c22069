import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { Basis } from '../basis.ts'
import { mayKeepViews } from '../policy.ts'
import { findView, insertViewRemoval } from '../queries/views.ts'

/** Take a named view off the list. Its address goes on working. */
export async function removeView(ctx: Context, basis: Basis, id: string) {
  allowOnly(mayKeepViews(ctx.actor))
  const view = await findView(ctx.db, basis, id)
  await insertViewRemoval(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    view_id: view.id,
    removed_by: staffId(ctx.actor),
    removed_at: ctx.now,
  })
  await record(ctx, 'result.view-removed', basis.surveyId ?? basis.sourceId, { view: view.id }, { publicPagesStay: true })
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { Basis } from '../basis.ts'
import { mayKeepViews } from '../policy.ts'
import { insertView } from '../queries/views.ts'
import { readAddress, writeView } from '../result-view.ts'

/** Give a way of looking a name. What is kept is its address, so that it shows what there is on the day it is opened. */
export async function keepView(ctx: Context, basis: Basis, { title, query }: { title: string; query: string }) {
  allowOnly(mayKeepViews(ctx.actor))
  const id = newId()
  await insertView(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    id,
    survey_id: basis.surveyId,
    source_id: basis.sourceId,
    title,
    query: writeView(readAddress(query)),
    made_by: staffId(ctx.actor),
    made_at: ctx.now,
  })
  await record(ctx, 'result.view-kept', basis.surveyId ?? basis.sourceId, { view: id }, { publicPagesStay: true })
  return id
}

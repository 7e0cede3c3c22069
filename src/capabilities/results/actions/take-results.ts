import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import type { Basis } from '../basis.ts'
import { mayTakeResults } from '../policy.ts'
import type { View } from '../result-view.ts'

/** Write down that true figures left the building: which view of them, in what kind of file, and how many. */
export async function takeResults(ctx: Context, basis: Basis, { format, view, figures }: { format: string; view: View; figures: number }) {
  allowOnly(mayTakeResults(ctx.actor))
  await record(
    ctx,
    'result.taken-out',
    basis.surveyId ?? basis.sourceId,
    // The names of what was looked at, and no values of filters: those of places and numbers are words that anybody may have typed.
    { format, figures, rows: view.rows, with: view.with, by: view.by, only: view.only.map(({ of }) => of), weighted: view.weighted },
    { publicPagesStay: true },
  )
}

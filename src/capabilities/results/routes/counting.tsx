import { findWeighting } from '#capabilities/weightings'
import type { Context } from '#platform/context.ts'
import type { Basis } from '../basis.ts'
import type { CountedPage } from '../counted-page.ts'
import type { CountedView } from '../counted-view.ts'
import { countPage } from '../queries/count-page.ts'
import { countView } from '../queries/count-view.ts'
import { type Dimensions, listDimensions } from '../queries/dimensions.ts'
import { countOnce } from '../queries/kept-counts.ts'
import { totalOf } from '../result-count.ts'
import { type View, writeView } from '../result-view.ts'
import type { Weighting } from '../weighted-group.ts'

export type Counted = {
  known: Dimensions
  /** What the figures can be weighted by, whether or not they are. */
  weighting: Weighting | null
  /** How many responses were counted, after the filters. */
  responses: number
} & ({ kind: 'all'; page: CountedPage } | { kind: 'one'; view: CountedView })

/** Count what a view asks for: everything, or one thing alone. */
export async function countShown(ctx: Context, basis: Basis, view: View): Promise<Counted> {
  const known = await listDimensions(ctx.db, basis)
  const { surveyId } = basis
  const weighting = surveyId === null ? null : await countOnce(ctx, `${surveyId} weighting`, () => findWeighting(ctx, surveyId))
  const by = { weighting: view.weighted ? weighting : null, known }
  const what = `${basis.surveyId ?? basis.sourceId}?${writeView(view)}`
  const { rows } = view
  if (rows === null) {
    const page = await countOnce(ctx, what, () => countPage(ctx, basis, view, by))
    return { kind: 'all', known, weighting, page, responses: totalOf(page.results) }
  }
  const counted = await countOnce(ctx, what, () => countView(ctx, basis, { ...view, rows }, by))
  return { kind: 'one', known, weighting, view: counted, responses: counted.everyone.cross.asked }
}

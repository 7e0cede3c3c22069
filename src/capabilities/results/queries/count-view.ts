import type { Context } from '#platform/context.ts'
import type { Basis } from '../basis.ts'
import type { CrossedBy } from '../counted-page.ts'
import type { CountedView } from '../counted-view.ts'
import type { Dimension } from '../dimension.ts'
import { type Middle, middleOf } from '../group-middle.ts'
import { crossOf, everyone, type Group, type Placed, placed, together } from '../result-cross.ts'
import type { View } from '../result-view.ts'
import { type Weighting, weighted } from '../weighted-group.ts'
import { askedOnly, chosenBy, dimensionCalled, refuseItself } from './count-cross.ts'
import { type Dimensions, listDimensions } from './dimensions.ts'
import { listGroups } from './groups.ts'

/** One thing looked at alone, beside a second, for each group of a third: all of it from one statement. Throws as `countCross`. */
export async function countView(
  { db }: Pick<Context, 'db'>,
  basis: Basis,
  view: Pick<View, 'with' | 'by' | 'only'> & { rows: string },
  { weighting = null, known }: { weighting?: Weighting | null; known?: Dimensions } = {},
): Promise<CountedView> {
  const all = known ?? (await listDimensions(db, basis))
  const dimensions = [view.rows, view.with, view.by].flatMap((name) => (name === null ? [] : [dimensionCalled(all, name)]))
  refuseItself(dimensions)
  const held = [...dimensions.map((dimension) => dimension.held), ...(weighting ? all.heldOf(weighting.characteristics) : [])]
  const only = [...(await chosenBy(db, basis, all, view.only)), ...askedOnly(all, dimensions[0]!)]
  const groups = await listGroups(db, basis, held, only)

  const [down, across = together(groups), layers] = dimensions.map((dimension, at) => placed(groups, dimension, at))
  const weights = weighting && weighted(groups, weighting, dimensions.length)
  const table = (beside: Placed, among?: (at: number) => boolean): CrossedBy => ({
    cross: crossOf(groups, down!, beside, among),
    weighted: weights && crossOf(weights, down!, beside, among),
  })
  return {
    rows: dimensions[0]!,
    columns: dimensions[1] ?? null,
    layers: dimensions[2] ?? null,
    everyone: table(together(groups)),
    crossed: table(across),
    byLayer: (layers?.options ?? []).map((layer, place) => ({
      layer,
      ...table(across, (at) => layers?.places[at]?.includes(place) ?? false),
    })),
    middles: dimensions[0]!.middle === null ? [] : middlesOf(groups, dimensions[0]!, down!, dimensions[1] ? across : null),
  }
}

function middlesOf(groups: readonly Group[], rows: Dimension, { options }: Placed, across: Placed | null) {
  const said = (group: string, some: readonly Group[]): { group: string; middle: Middle | null } => ({
    group,
    middle: middleOf(rows, options, some),
  })
  const beside = (across?.options ?? []).map(({ label }, place) =>
    said(
      label,
      groups.filter((_, at) => across?.places[at]?.includes(place)),
    ),
  )
  return [said(everyone.label, groups), ...beside]
}

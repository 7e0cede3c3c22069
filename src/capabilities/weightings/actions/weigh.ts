import { findBaseline } from '#capabilities/populations'
import type { Context } from '#platform/context.ts'
import { countCells } from '../queries/cells.ts'
import { findStanding, findWeightingById } from '../queries/weightings.ts'
import { type Weighing, type Weighting, weighCells } from '../weighting.ts'

type Asking = Pick<Context, 'db'>

/** The weights of a weighting as they are now, from the answers there are; or why there are none. To be kept with whatever is published by them. */
export async function weigh(ctx: Asking, weightingId: string): Promise<Weighing> {
  return weighBy(ctx, await findWeightingById(ctx.db, weightingId))
}

/** The same for one that need not be kept yet. */
export async function weighBy(ctx: Asking, weighting: Pick<Weighting, 'surveyId' | 'margins' | 'trim' | 'unsaid'>): Promise<Weighing> {
  const baselines = new Map()
  for (const { baselineId } of weighting.margins) baselines.set(baselineId, await findBaseline(ctx.db, baselineId))
  const keys = weighting.margins.map(({ key }) => key)
  return weighCells(weighting, await countCells(ctx.db, weighting.surveyId, keys), baselines)
}

export interface FoundWeighting {
  id: string
  title: string
  /** The keys of the questions that it goes by. */
  characteristics: string[]
  /** What people said of each, by its key ('' where nothing), and how much one of them counts. Who is in no cell is left out. */
  cells: { values: Record<string, string>; weight: number }[]
  kishEffect: number
  effectiveSize: number
  /** The largest weight, as a multiple of the mean. */
  largest: number
  /** How many have a weight. */
  responses: number
  baselineTitles: string[]
}

/** How to weight the answers to a survey now: for weighted figures beside the unweighted, as sums over cells. Null where there is no weighting, or it cannot be used on the answers there are. */
export async function findWeighting(ctx: Asking, surveyId: string): Promise<FoundWeighting | null> {
  const weighting = await findStanding(ctx.db, surveyId)
  const found = weighting && (await weighBy(ctx, weighting))
  if (!weighting || !found?.ok) return null
  const { kishEffect, effectiveSize, largest, responses } = found
  return {
    id: weighting.id,
    title: weighting.title,
    characteristics: weighting.margins.map(({ key }) => key),
    cells: found.cells.map(({ values, weight }) => ({ values: { ...values }, weight })),
    kishEffect,
    effectiveSize,
    largest,
    responses,
    baselineTitles: found.margins.map(({ baselineTitle }) => baselineTitle),
  }
}

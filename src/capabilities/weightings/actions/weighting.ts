import { listComparable } from '#capabilities/populations'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, Refused } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { WeightingInput } from '../forms.ts'
import { mayWeight } from '../policy.ts'
import { findStanding, findSurveyTitle, insertRemoval, insertWeighting } from '../queries/weightings.ts'
import type { Margin } from '../weighting.ts'
import { weighBy } from './weigh.ts'

/** The questions of a survey that it can be weighted by, with what each is held against now. A place is no question. */
export async function listMargins({ db }: Pick<Context, 'db'>, surveyId: string): Promise<(Margin & { baselineTitle: string })[]> {
  const comparable = await listComparable(db, { surveyId, sourceId: null })
  return comparable.flatMap(({ asked, against }) => {
    if (!against || !asked.dimension.startsWith('question:')) return []
    const { baseline, bins } = against
    const key = asked.dimension.replace('question:', '')
    return [{ key, text: asked.text, baselineId: baseline.id, baselineTitle: baseline.title, bins: bins.map((bin) => ({ ...bin })) }]
  })
}

/** Weight a survey from now on, in place of whatever weighting it had. Refused where it cannot be done with the answers there are. */
export async function makeWeighting(
  ctx: Context,
  surveyId: string,
  { title, characteristics, trim, unsaid }: WeightingInput,
): Promise<string> {
  allowOnly(mayWeight(ctx.actor))
  await findSurveyTitle(ctx.db, surveyId)
  const known = await listMargins(ctx, surveyId)
  const margins = characteristics.map((key) => {
    const margin = known.find((one) => one.key === key)
    if (!margin) throw new Refused('One of these questions is held against no population any more. Choose again')
    return { key, text: margin.text, baselineId: margin.baselineId, bins: margin.bins }
  })
  const definition = { surveyId, margins, trim, unsaid }
  const weighing = await weighBy(ctx, definition)
  if (!weighing.ok) throw new Refused(weighing.reason)
  const id = newId()
  await insertWeighting(ctx.db, ctx.commissioner.id, { id, title, ...definition, by: staffId(ctx.actor), madeAt: ctx.now })
  const facts = { survey: surveyId, characteristics, trim, unsaid, responses: weighing.responses }
  await record(ctx, 'weighting.made', id, facts, { publicPagesStay: true })
  return id
}

/** Weight a survey no more. */
export async function removeWeighting(ctx: Context, surveyId: string, reason: string) {
  allowOnly(mayWeight(ctx.actor))
  const weighting = await findStanding(ctx.db, surveyId)
  if (!weighting) throw new NotFound('weighting')
  await insertRemoval(ctx.db, ctx.commissioner.id, { id: weighting.id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'weighting.removed', weighting.id, { survey: surveyId }, { publicPagesStay: true })
}

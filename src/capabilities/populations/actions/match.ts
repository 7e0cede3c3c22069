import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { Bin } from '../bin.ts'
import { type Heard, idOf } from '../heard.ts'
import { mayChangePopulations } from '../policy.ts'
import { findBaseline } from '../queries/baselines.ts'
import { insertMatch } from '../queries/matches.ts'

interface Matching {
  heard: Heard
  dimension: string
  /** Null: it is held against no population. */
  baselineId: string | null
  bins: Bin[]
}

/** Say what the answers to a question are held against, and which answers go with which groups. What was said before stays in the record. */
export async function matchQuestion(ctx: Context, { heard, dimension, baselineId, bins }: Matching) {
  allowOnly(mayChangePopulations(ctx.actor))
  if (baselineId !== null) await findBaseline(ctx.db, baselineId)
  const id = newId()
  await insertMatch(ctx.db, ctx.commissioner.id, { id, heard, dimension, baselineId, bins, by: staffId(ctx.actor), at: ctx.now })
  const facts = { [heard.surveyId === null ? 'source' : 'survey']: idOf(heard), dimension, baseline: baselineId, groups: bins.length }
  await record(ctx, 'population-match.made', id, facts, { publicPagesStay: true })
}

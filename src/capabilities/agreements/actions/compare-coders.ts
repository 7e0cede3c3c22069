import type { Context } from '#platform/context.ts'
import { type Decider, measure } from '../measurement.ts'
import { readBoth } from '../queries/comparisons.ts'
import type { Round } from '../round.ts'
import { nameAnswers } from './name-answers.ts'

/** Hold two coders against each other on the comments that both decided about, as they stand now. */
export async function compareCoders(ctx: Context, part: Pick<Round, 'frameId' | 'batch'>, [one, other]: readonly [Decider, Decider]) {
  const coders = [one.coderId, other.coderId] as const
  const { themeIds, ...names } = await nameAnswers(
    ctx,
    part.frameId,
    [one, other].map(({ coderId, name }) => ({ id: coderId, name })),
  )
  return { measured: measure(await readBoth(ctx.db, part, coders), coders, themeIds), names }
}

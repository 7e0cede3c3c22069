import { listThemes, readDown } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { isId } from '#platform/ids.ts'
import { isSame } from '../measurement.ts'
import { mayMeasure } from '../policy.ts'
import { listAnswers } from '../queries/answers.ts'
import { listRoundCoders } from '../queries/coders.ts'
import { findRound } from '../queries/rounds.ts'
import { findWords, listSettlements } from '../queries/settlements.ts'
import { findSettlers } from './settle-comment.ts'

/** Lay side by side what coders made of a comment. Whoever reads someone's words leaves a mark. */
export async function readDifference(ctx: Context, { round: roundId, contribution }: { round: string; contribution: string }) {
  const round = await findRound(ctx.db, roundId)
  refuseIf(round.closed === null, 'This round is still open: what people code is shown when it is closed')
  const answers = isId(contribution) ? await listAnswers(ctx.db, round.id, contribution) : []
  if (answers.length < 2 || isSame(answers)) throw new NotFound()
  const said = await findWords(ctx.db, contribution)
  if (said !== null)
    await record(
      ctx,
      'contributions.read',
      contribution,
      { round: round.id, count: 1, contributions: [contribution] },
      { publicPagesStay: true },
    )
  const coders = await listRoundCoders(ctx.db, round.id)
  return {
    round,
    place: answers[0]!.place,
    answers,
    coders,
    themes: readDown(await listThemes(ctx.db, round.frameId, { retired: true })),
    said,
    settlement: (await listSettlements(ctx.db, round.id)).get(contribution) ?? null,
    settlers: await findSettlers(ctx, coders),
    maySettle: mayMeasure(ctx.actor),
  }
}

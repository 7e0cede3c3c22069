import { listThemes, readDown } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { measure } from '../measurement.ts'
import { mayMeasure } from '../policy.ts'
import { insertAnswers, readAnswers } from '../queries/answers.ts'
import { findProgress } from '../queries/coders.ts'
import { findRound, insertClosure, lockRound } from '../queries/rounds.ts'
import { isFinished } from '../round.ts'

/** End a round: keep what each coder decided, measure how far they agree, and let everyone see it. Before all have finished, with a reason. */
export async function closeRound(ctx: Context, roundId: string, reason?: string) {
  allowOnly(mayMeasure(ctx.actor))
  await lockRound(ctx.db, roundId)
  const round = await findRound(ctx.db, roundId)
  refuseIf(round.closed !== null, 'This round is closed already')
  const progress = await findProgress(ctx.db, round)
  refuseIf(!isFinished(progress) && !reason, 'Not everyone has finished: say why the round ends now')

  const answers = await readAnswers(ctx.db, round)
  const themes = readDown(await listThemes(ctx.db, round.frameId, { retired: true }))
  const measured = measure(
    answers,
    progress.coders.map(({ membershipId }) => membershipId),
    themes.map(({ id }) => id),
  )
  await insertAnswers(ctx.db, ctx.commissioner.id, round.id, answers)
  await insertClosure(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    round_id: round.id,
    reason: reason ?? 'Everyone had finished',
    measured,
    closed_by: staffId(ctx.actor),
    closed_at: ctx.now,
  })
  await record(ctx, 'round.closed', round.id, { comments: measured.comments, same: measured.same }, { publicPagesStay: true })
}

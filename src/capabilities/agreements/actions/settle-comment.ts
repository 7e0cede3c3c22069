import { codeWords, removeCoding } from '#capabilities/codings'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { isSame } from '../measurement.ts'
import { mayMeasure } from '../policy.ts'
import { listAnswers } from '../queries/answers.ts'
import { listRoundCoders, listWhoMayCode } from '../queries/coders.ts'
import { findRound, lockRound } from '../queries/rounds.ts'
import { findWords, insertSettlement, listStanding } from '../queries/settlements.ts'

interface Settling {
  /** What the comment is about, in the end; none is a decision too. */
  themeIds: readonly string[]
  /** Why one of the coders settles it, where nobody else can. */
  reason: string | null
}

/**
 * Decide what a comment is about on which coders differed. Codings under the chosen themes stay, with their words; every other coding of it
 * in this frame is taken off; a chosen theme that nobody had coded is coded now. What was measured is not touched.
 */
export async function settleComment(ctx: Context, roundId: string, contributionId: string, { themeIds, reason }: Settling) {
  allowOnly(mayMeasure(ctx.actor))
  await lockRound(ctx.db, roundId)
  const round = await findRound(ctx.db, roundId)
  refuseIf(round.closed === null, 'This round is still open')
  refuseIf(isSame(await listAnswers(ctx.db, round.id, contributionId)), 'The coders do not differ about this comment')
  refuseIf((await findWords(ctx.db, contributionId)) === null, 'These words can no longer be read, so there is nothing to settle')
  const { isCoder, others } = await findSettlers(ctx, await listRoundCoders(ctx.db, round.id))
  refuseIf(isCoder && others.length > 0, 'You coded in this round, so somebody else settles it')
  refuseIf(isCoder && !reason, 'You coded in this round: say why nobody else can settle it')

  const standing = await listStanding(ctx.db, contributionId, round.frameId)
  for (const { id, themeId } of standing) if (!themeIds.includes(themeId)) await removeCoding(ctx, contributionId, id)
  const missing = themeIds.filter((themeId) => !standing.some((coding) => coding.themeId === themeId))
  if (missing.length > 0) await codeWords(ctx, { contributionId, span: null, themeIds: missing })
  await insertSettlement(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    id: newId(),
    round_id: round.id,
    contribution_id: contributionId,
    theme_ids: [...themeIds],
    reason: isCoder ? reason : null,
    settled_by: staffId(ctx.actor),
    settled_at: ctx.now,
  })
  await record(ctx, 'round.comment-settled', round.id, { contribution: contributionId, themes: [...themeIds] })
}

/** Whether this person coded in the round, and who else could settle it. */
export async function findSettlers(ctx: Context, coders: readonly { id: string }[]) {
  const isOne = (id: string | null) => coders.some((coder) => coder.id === id)
  const me = staffId(ctx.actor)
  const others = (await listWhoMayCode(ctx.db)).filter(({ id }) => !isOne(id) && id !== me)
  return { isCoder: isOne(me), others }
}

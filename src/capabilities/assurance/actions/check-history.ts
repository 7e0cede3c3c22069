import type { Context } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { maySeeHistory } from '../policy.ts'
import { verifyHistory } from './verify-history.ts'

const shown = 50

/** Verify the whole history, and write down that it was checked and what came of it. */
export async function checkHistory(ctx: Context) {
  allowOnly(maySeeHistory(ctx.actor))
  const { ok, events, head, problems } = await verifyHistory(ctx)
  const listed = problems.slice(0, shown).map(({ kind, id, fault }) => [kind, id, fault])
  await record(
    ctx,
    'history.checked',
    ctx.commissioner.id,
    { ok, events, head, problems: problems.length, listed },
    { publicPagesStay: true },
  )
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { type BaselineDraft, isSame } from '../baseline.ts'
import { mayChangePopulations } from '../policy.ts'
import { findBaseline, insertBaseline, insertBaselineRemoval, listBaselines } from '../queries/baselines.ts'

/** Add populations, and leave out those that are here already. Answers with what was added. */
export async function addBaselines(
  ctx: Context,
  drafts: readonly BaselineDraft[],
): Promise<{ added: { id: string; title: string }[]; already: number }> {
  allowOnly(mayChangePopulations(ctx.actor))
  const added = []
  for (const draft of drafts) {
    const before = await listBaselines(ctx.db, draft.characteristic)
    if (before.some((one) => isSame(one, draft))) continue
    const id = newId()
    await insertBaseline(ctx.db, ctx.commissioner.id, draft, { id, by: staffId(ctx.actor), at: ctx.now })
    const facts = { characteristic: draft.characteristic, groups: draft.groups.length }
    await record(ctx, 'baseline.added', id, facts, { publicPagesStay: true })
    added.push({ id, title: draft.title })
  }
  return { added, already: drafts.length - added.length }
}

/** Use it no more. Whatever was compared with it keeps its name. */
export async function removeBaseline(ctx: Context, id: string, reason: string) {
  allowOnly(mayChangePopulations(ctx.actor))
  const baseline = await findBaseline(ctx.db, id)
  refuseIf(baseline.removal !== null, 'This population is taken out already')
  await insertBaselineRemoval(ctx.db, ctx.commissioner.id, { id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'baseline.removed', id, {}, { publicPagesStay: true })
}

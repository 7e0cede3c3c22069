import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { EntryInput, LimitInput } from '../forms.ts'
import { mayPlan, maySetPeriods } from '../policy.ts'
import { findOwnEntry, insertAtOnce, insertOwnEntry, insertRemoval } from '../queries/entries.ts'

/** Put something into the calendar by hand: what is no consultation yet, or never will be. */
export async function addEntry(ctx: Context, input: EntryInput): Promise<string> {
  allowOnly(mayPlan(ctx.actor))
  const id = newId()
  await insertOwnEntry(ctx.db, ctx.commissioner.id, { ...input, id, by: staffId(ctx.actor), at: ctx.now })
  const { startsOn, endsOn, shared } = input
  await record(ctx, 'calendar-entry.added', id, { startsOn, endsOn, shared }, { publicPagesStay: !shared })
  return id
}

export async function removeEntry(ctx: Context, id: string, { reason }: { reason: string }) {
  allowOnly(mayPlan(ctx.actor))
  const entry = await findOwnEntry(ctx.db, id)
  await insertRemoval(ctx.db, ctx.commissioner.id, { entryId: entry.id, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'calendar-entry.removed', entry.id, {}, { publicPagesStay: !entry.shared })
}

/** Say how many things at once may ask something of one community. */
export async function setAtOnce(ctx: Context, { atOnce, reason }: LimitInput) {
  allowOnly(maySetPeriods(ctx.actor))
  const id = newId()
  await insertAtOnce(ctx.db, ctx.commissioner.id, { id, atOnce, reason, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'calendar-limit.set', id, { atOnce }, { publicPagesStay: true })
}

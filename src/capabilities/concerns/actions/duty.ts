import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { TurnInput } from '../forms.ts'
import { maySetDuty } from '../policy.ts'
import { findTurn, insertLimit, insertTurn, insertTurnEnding, listColleagues } from '../queries/duty.ts'

/** Put a colleague on duty, from a day to a day. */
export async function addTurn(ctx: Context, { member, startsOn, endsOn }: TurnInput) {
  allowOnly(maySetDuty(ctx.actor))
  const known = (await listColleagues(ctx.db)).some(({ id }) => id === member)
  refuseIf(!known, 'This colleague cannot be on duty: they are not on the staff any more, or are an auditor')
  const id = newId()
  await insertTurn(ctx.db, ctx.commissioner.id, { id, memberId: member, startsOn, endsOn, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'duty-turn.added', id, { member, startsOn, ...(endsOn && { endsOn }) }, { publicPagesStay: true })
}

/** Take a colleague off duty from now on. */
export async function endTurn(ctx: Context, id: string) {
  allowOnly(maySetDuty(ctx.actor))
  const { memberId } = await findTurn(ctx.db, id, ctx.today)
  await insertTurnEnding(ctx.db, ctx.commissioner.id, { id, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'duty-turn.ended', id, { member: memberId }, { publicPagesStay: true })
}

/** Set within how many working days someone on duty looks. What waits already keeps its day. */
export async function setLimit(ctx: Context, workingDays: number) {
  allowOnly(maySetDuty(ctx.actor))
  const id = newId()
  await insertLimit(ctx.db, ctx.commissioner.id, { id, workingDays, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'duty-limit.set', id, { workingDays }, { publicPagesStay: true })
}

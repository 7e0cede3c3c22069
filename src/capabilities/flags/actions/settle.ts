import { setAsideResponse, takeBackIn } from '#capabilities/contributions'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { maySettleFlags } from '../policy.ts'
import { insertLeavings, listFlagsOf, listResponsesOf } from '../queries/flags.ts'

/** Someone looked at a whole group, and leaves those of it that count as they are. */
export async function leaveGroup(ctx: Context, groupId: string) {
  allowOnly(maySettleFlags(ctx.actor))
  const responses = await leave(ctx, { groupId })
  await record(ctx, 'flag-group.left', groupId, { responses }, { publicPagesStay: true })
}

/** Someone looked at one response, and leaves it as it is. */
export async function leaveResponse(ctx: Context, responseId: string) {
  allowOnly(maySettleFlags(ctx.actor))
  await leave(ctx, { responseId })
  await recordOn(ctx, responseId, 'flag.left')
}

/** Set one response aside, for a reason. */
export async function setOneAside(ctx: Context, responseId: string, reason: string) {
  await setAsideResponse(ctx, responseId, reason)
  await recordOn(ctx, responseId, 'flag.response-set-aside')
}

/** Set aside every response of a group but the first that came, for a reason. Each is kept, and can be taken back in. */
export async function setAsideAllButFirst(ctx: Context, groupId: string, reason: string) {
  allowOnly(maySettleFlags(ctx.actor))
  const counting = (await listResponsesOf(ctx.db, groupId)).filter(({ setAside }) => !setAside)
  refuseIf(counting.length < 2, 'Only one of these still counts, so there is nothing more to set aside')
  for (const { id } of counting.slice(1)) await setAsideResponse(ctx, id, reason)
  await leave(ctx, { groupId })
  await record(ctx, 'flag-group.set-aside', groupId, { responses: counting.length - 1 })
}

/** Count every response of a group again that is set aside. They are looked at, and do not wait again. */
export async function takeGroupBackIn(ctx: Context, groupId: string, reason: string) {
  allowOnly(maySettleFlags(ctx.actor))
  const aside = (await listResponsesOf(ctx.db, groupId)).filter(({ setAside }) => setAside)
  refuseIf(aside.length === 0, 'None of these is set aside')
  for (const { id } of aside) await takeBackIn(ctx, id, reason)
  await leave(ctx, { groupId })
  await record(ctx, 'flag-group.taken-back-in', groupId, { responses: aside.length })
}

/** Count one response again that was set aside. */
export async function takeResponseBackIn(ctx: Context, responseId: string, reason: string) {
  allowOnly(maySettleFlags(ctx.actor))
  await takeBackIn(ctx, responseId, reason)
  await leave(ctx, { responseId })
  await recordOn(ctx, responseId, 'flag.response-taken-back-in')
}

// Under the flag and not under the response, whose own history shows the moment of an anonymous answer.
async function recordOn(ctx: Context, responseId: string, name: string) {
  const [flag] = await listFlagsOf(ctx.db, responseId)
  if (flag) await record(ctx, name, flag.id)
}

const leave = (ctx: Context, of: { groupId: string } | { responseId: string }) =>
  insertLeavings(ctx.db, ctx.commissioner.id, { of, by: staffId(ctx.actor), at: ctx.now })

import { releaseHeld, withhold } from '#capabilities/contributions'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { isOnDuty } from '../duty.ts'
import type { PassingOn } from '../forms.ts'
import { mayWithholdForGood } from '../policy.ts'
import { type Act, findConcern, insertAct } from '../queries/concerns.ts'
import { listTurns } from '../queries/duty.ts'

/** Only whoever is on duty goes on from here. */
export async function allowOnDutyOnly({ db, actor, today }: Pick<Context, 'db' | 'actor' | 'today'>) {
  allowOnly(isOnDuty(actor, await listTurns(db, today), today))
}

/** Seen, and nothing is to be done: the words are read like any others. */
export async function seeConcern(ctx: Context, id: string) {
  await begin(ctx, id)
  await releaseHeld(ctx, id)
  await write(ctx, id, { act: 'nothing to do' })
  await record(ctx, 'concern.seen', id)
}

/** Somebody who can help was told. The words stay with those on duty, or are read like any others from now on. */
export async function passOn(ctx: Context, id: string, { passedTo, passedOn, reference, afterwards }: PassingOn) {
  await begin(ctx, id)
  if (afterwards === 'release') await releaseHeld(ctx, id)
  await write(ctx, id, { act: 'passed on', passedTo, passedOn, reference })
  await record(ctx, 'concern.passed-on', id, { released: afterwards === 'release' })
}

/** The words are withheld from everyone, for a reason; only those who withhold words can let them be read again. */
export async function withholdForGood(ctx: Context, id: string, reason: string) {
  allowOnly(mayWithholdForGood(ctx.actor))
  await begin(ctx, id)
  await withhold(ctx, id, { audience: 'everyone', reason })
  await releaseHeld(ctx, id)
  await write(ctx, id, { act: 'withheld' })
  await record(ctx, 'concern.withheld', id)
}

async function begin(ctx: Context, id: string) {
  await allowOnDutyOnly(ctx)
  const { isHeld } = await findConcern(ctx.db, id)
  refuseIf(!isHeld, 'These words do not wait any more: somebody has dealt with them')
}

const write = (
  ctx: Context,
  contributionId: string,
  { act, passedTo = null, passedOn = null, reference = null }: Pick<Act, 'act'> & Partial<Act>,
) =>
  insertAct(ctx.db, ctx.commissioner.id, {
    id: newId(),
    contributionId,
    act,
    passedTo,
    passedOn,
    reference,
    by: staffId(ctx.actor),
    at: ctx.now,
  })

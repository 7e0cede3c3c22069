import { workingDaysAfter } from '#capabilities/calendars'
import { holdContribution } from '#capabilities/contributions'
import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { addJob } from '#platform/jobs.ts'
import { mayRaiseConcerns } from '../policy.ts'
import { insertConcerns } from '../queries/concerns.ts'
import { findLimit } from '../queries/duty.ts'

/** The name of the job that writes to whoever is on duty. */
export const tellingDuty = 'tell those on duty'

const soon = 60_000

/** Words that were just held as they came in wait for someone on duty from now on. */
export async function noticeHeld(ctx: Context, contributionIds: readonly string[]) {
  await insertConcerns(ctx.db, { contributionIds, dueOn: await dueOn(ctx) })
  // Not under the words themselves: beside them it would show the moment of an anonymous answer.
  await record(ctx, 'concerns.noticed', ctx.commissioner.id, { count: contributionIds.length }, { publicPagesStay: true })
  await tellSoon(ctx)
}

/** A member of staff reads something that worries them: nobody reads it further until someone on duty has seen it. */
export async function raiseConcern(ctx: Context, contributionId: string, note: string) {
  allowOnly(mayRaiseConcerns(ctx.actor))
  await holdContribution(ctx, contributionId, 'raised by staff')
  await insertConcerns(ctx.db, { contributionIds: [contributionId], dueOn: await dueOn(ctx), raised: { by: staffId(ctx.actor), note } })
  await record(ctx, 'concern.raised', contributionId)
  await tellSoon(ctx)
}

const dueOn = async ({ db, today }: Context) => workingDaysAfter(db, today, await findLimit(db))

// A minute later, so that many at once are one message.
const tellSoon = (ctx: Context) =>
  addJob(ctx, tellingDuty, {}, { key: `tell duty ${ctx.commissioner.id}`, runAt: new Date(ctx.now.getTime() + soon) })

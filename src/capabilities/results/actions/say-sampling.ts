import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { maySaySampling } from '../policy.ts'
import { insertClaim } from '../queries/samplings.ts'
import type { Sampling } from '../sampling.ts'

/** Say how the people who answered were chosen. Only a random sample lets figures have a margin of error. */
export async function saySampling(ctx: Context, surveyId: string, sampling: { way: Sampling['way']; description: string }) {
  allowOnly(maySaySampling(ctx.actor))
  const id = newId()
  await insertClaim(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    id,
    survey_id: surveyId,
    ...sampling,
    claimed_by: staffId(ctx.actor),
    claimed_at: ctx.now,
  })
  await record(ctx, 'result.sampling-said', surveyId, { way: sampling.way, claim: id }, { publicPagesStay: true })
}

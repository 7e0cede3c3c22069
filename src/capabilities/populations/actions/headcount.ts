import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, Refused, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { compareHeadcount, type Headcount, strangerAmong } from '../headcount.ts'
import { mayChangePopulations } from '../policy.ts'
import { findBaseline } from '../queries/baselines.ts'
import { insertHeadcount } from '../queries/headcounts.ts'

/** Keep how many of some people are in each group of a population. Answers with its id. */
export async function takeHeadcount(ctx: Context, given: Omit<Headcount, 'id'>): Promise<string> {
  allowOnly(mayChangePopulations(ctx.actor))
  const baseline = await findBaseline(ctx.db, given.baselineId)
  refuseIf(baseline.removal !== null, 'This population is taken out, so nobody can be held against it')
  const stranger = strangerAmong(given.counts, baseline)
  if (stranger !== undefined)
    throw new Refused(
      baseline.characteristic === 'age'
        ? `“${stranger}” does not line up with the ages of this population. Enter bands that begin and end where its bands do`
        : `This population has no group “${stranger}”. Its groups are: ${baseline.groups.map(({ label }) => label).join('; ')}`,
    )
  const headcount = { ...given, id: newId() }
  refuseIf(compareHeadcount(headcount, baseline) === null, 'Enter at least two groups that are in this population')
  await insertHeadcount(ctx.db, ctx.commissioner.id, { ...headcount, by: staffId(ctx.actor), at: ctx.now })
  const people = Object.values(given.counts).reduce((sum, count) => sum + count, 0)
  await record(ctx, 'headcount.taken', headcount.id, { baseline: baseline.id, people, unsaid: given.unsaid }, { publicPagesStay: true })
  return headcount.id
}

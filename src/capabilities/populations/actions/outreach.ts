import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { ClosureInput, PlanInput } from '../forms.ts'
import { mayPlanOutreach } from '../policy.ts'
import { findHeadcount } from '../queries/headcounts.ts'
import { findTitle } from '../queries/heard.ts'
import { findPlan, insertClosure, insertPlan } from '../queries/outreach.ts'

/** Plan to reach people who were not heard. Answers with its id. */
export async function planOutreach(ctx: Context, { about, ...plan }: PlanInput): Promise<string> {
  allowOnly(mayPlanOutreach(ctx.actor))
  await titleOf(ctx, about)
  const id = newId()
  await insertPlan(ctx.db, ctx.commissioner.id, { id, about, ...plan, by: staffId(ctx.actor), at: ctx.now })
  await record(ctx, 'outreach.planned', id, { [about.kind]: about.id, dueOn: plan.dueOn }, { publicPagesStay: true })
  return id
}

/** What a plan is about, by its title; not found where there is no such thing. */
export async function titleOf({ db }: Pick<Context, 'db'>, { kind, id }: PlanInput['about']): Promise<string> {
  if (kind === 'headcount') return (await findHeadcount(db, id)).title
  return findTitle(db, kind === 'survey' ? { surveyId: id, sourceId: null } : { surveyId: null, sourceId: id })
}

/** It was done, and so many people were reached; or it will not be done, and why. */
export async function closeOutreach(ctx: Context, planId: string, { done, told, reached }: Omit<ClosureInput, 'outcome'>) {
  allowOnly(mayPlanOutreach(ctx.actor))
  await findPlan(ctx.db, planId)
  const closed = await insertClosure(ctx.db, ctx.commissioner.id, { planId, done, told, reached, by: staffId(ctx.actor), at: ctx.now })
  refuseIf(!closed, 'It is recorded already what became of this')
  await record(ctx, 'outreach.closed', planId, { done, reached }, { publicPagesStay: true })
}

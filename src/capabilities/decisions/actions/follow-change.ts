import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, NotFound, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { type Change, changeContent } from '../change.ts'
import { mayFollowChanges } from '../policy.ts'
import { isPut } from '../queries/answers.ts'
import { findChange, insertChange, insertCompletion, insertDrop } from '../queries/changes.ts'
import { findDecisionToChange } from '../queries/decisions.ts'

interface NewChange {
  decisionId: string
  /** The finding it answers to, where it is one of those put to the decision. */
  findingId?: string | null | undefined
  title: string
  owner: string
  dueOn: string
}

/** Promise that something will be different. A promise may also be made after publication: it takes nothing back. Answers its id. */
export async function promiseChange(ctx: Context, { decisionId, findingId = null, title, owner, dueOn }: NewChange): Promise<string> {
  allowOnly(mayFollowChanges(ctx.actor))
  await findDecisionToChange(ctx.db, decisionId)
  if (findingId !== null && !(await isPut(ctx.db, decisionId, findingId))) throw new NotFound('finding of this decision')

  const change = {
    id: newId(),
    decisionId,
    findingId,
    title,
    owner,
    dueOn,
    promisedBy: staffId(ctx.actor),
    promisedAt: ctx.now,
    salt: newSalt(),
  }
  await insertChange(ctx.db, ctx.commissioner.id, change)
  const row = { kind: 'change', id: change.id, salt: change.salt, content: changeContent(change) }
  await record(ctx, 'change.promised', change.id, { decision: decisionId, finding: findingId, dueOn }, { rows: [row] })
  return change.id
}

/** It is done: when, and how anyone can see that it is. */
export async function completeChange(ctx: Context, changeId: string, { evidence, doneOn }: { evidence: string; doneOn: string }) {
  await findOpenToChange(ctx, changeId)
  refuseIf(doneOn > ctx.today, 'A change cannot have been done on a day that is still to come')
  await insertCompletion(ctx.db, ctx.commissioner.id, { changeId, evidence, doneOn, recordedBy: staffId(ctx.actor), recordedAt: ctx.now })
  await record(ctx, 'change.completed', changeId, { doneOn })
}

/** It will not be done after all, and why. */
export async function dropChange(ctx: Context, changeId: string, { reason }: { reason: string }) {
  await findOpenToChange(ctx, changeId)
  await insertDrop(ctx.db, ctx.commissioner.id, { changeId, reason, droppedBy: staffId(ctx.actor), droppedAt: ctx.now })
  await record(ctx, 'change.dropped', changeId)
}

/** A change that is neither done nor dropped. Its decision's row is held, so that it does not become both at once. */
async function findOpenToChange(ctx: Context, changeId: string): Promise<Change> {
  allowOnly(mayFollowChanges(ctx.actor))
  await findDecisionToChange(ctx.db, (await findChange(ctx.db, changeId)).decisionId)
  const change = await findChange(ctx.db, changeId)
  refuseIf(change.completion !== null, 'This change is recorded as done already')
  refuseIf(change.drop !== null, 'This change was dropped already')
  return change
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import type { MarkKind } from '../mark.ts'
import { mayCode } from '../policy.ts'
import { lockComment } from '../queries/codings.ts'
import { findReadableComment } from '../queries/comments.ts'
import { insertMark, insertMarkRemoval, listMarks } from '../queries/marks.ts'
import { findCoder } from './find-coder.ts'
import { keepAct } from './keep-act.ts'

/** Put a mark on a comment. One that stands there already stays the only one of its kind. */
export async function markComment(ctx: Context, { contributionId, kind }: { contributionId: string; kind: MarkKind }) {
  const standing = await open(ctx, contributionId)
  if (standing.some((mark) => mark.kind === kind)) return
  const id = newId()
  const marked = { marked_by: staffId(ctx.actor), marked_at: ctx.now }
  await insertMark(ctx.db, { commissioner_id: ctx.commissioner.id, id, contribution_id: contributionId, kind, ...marked })
  await keepAct(ctx, { coderId: await findCoder(ctx), contributionId, markMade: id })
  await record(ctx, 'contribution.marked', contributionId, { mark: id, kind }, { publicPagesStay: true })
}

/** Take a mark off a comment again, whoever put it there. */
export async function unmarkComment(ctx: Context, { contributionId, kind }: { contributionId: string; kind: MarkKind }) {
  const mark = (await open(ctx, contributionId)).find((one) => one.kind === kind)
  if (!mark) return
  const removed = { removed_by: staffId(ctx.actor), removed_at: ctx.now }
  await insertMarkRemoval(ctx.db, { commissioner_id: ctx.commissioner.id, mark_id: mark.id, ...removed })
  await keepAct(ctx, { coderId: await findCoder(ctx), contributionId, markRemoved: mark.id })
  await record(ctx, 'contribution.mark-removed', contributionId, { mark: mark.id, kind }, { publicPagesStay: true })
}

async function open(ctx: Context, contributionId: string) {
  allowOnly(mayCode(ctx.actor))
  await findReadableComment(ctx.db, contributionId)
  await lockComment(ctx.db, contributionId)
  return listMarks(ctx.db, contributionId)
}

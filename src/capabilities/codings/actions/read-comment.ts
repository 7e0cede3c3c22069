import { findFrame, listThemes, readDown } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { mayCode } from '../policy.ts'
import { findBatch } from '../queries/batches.ts'
import { listCodings } from '../queries/codings.ts'
import { findBeside, findComment, findProgress } from '../queries/comments.ts'
import { findRecords } from './find-records.ts'

/** Open a comment to code it, with everything a coder needs beside it. Whoever reads someone's words leaves a mark. */
export async function readComment(ctx: Context, at: { frame: string; batch: string; contribution: string }) {
  const frame = await findFrame(ctx.db, at.frame)
  const batch = await findBatch(ctx.db, at.batch)
  const comment = await findComment(ctx.db, batch, at.contribution)
  await record(ctx, 'contributions.read', comment.id, { frame: frame.id, count: 1, contributions: [comment.id] }, { publicPagesStay: true })
  const [recorded] = await findRecords(ctx, [comment])
  return {
    frame,
    batch,
    comment: recorded!,
    themes: readDown(await listThemes(ctx.db, frame.id)),
    codings: await listCodings(ctx.db, { contributionIds: [comment.id], frameId: frame.id }),
    progress: await findProgress(ctx.db, batch, frame.id),
    beside: await findBeside(ctx.db, batch, comment.id),
    mayCode: mayCode(ctx.actor),
  }
}

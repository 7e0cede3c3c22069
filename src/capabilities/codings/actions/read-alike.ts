import { type Context, staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { mostAlike } from '../alike.ts'
import type { Batch } from '../batch.ts'
import type { Comment } from '../coding.ts'
import { listAlike } from '../queries/alike.ts'
import { listCodings } from '../queries/codings.ts'
import { findOwnCoder } from './find-coder.ts'

// To see in what they differ. Whoever wants to read all codes them one by one.
const shown = 50

/** Open what others wrote that is nearly the same as one comment. Whoever reads it leaves a mark. */
export async function readAlike(
  ctx: Context,
  { frame, batch, comment }: { frame: { id: string }; batch: Omit<Batch, 'comments'>; comment: Comment },
) {
  const coderId = await findOwnCoder(ctx)
  const codings = await listCodings(ctx.db, { contributionIds: [comment.id], frameId: frame.id, reader: staffId(ctx.actor) })
  const beside = { part: batch, frameId: frame.id, contributionId: comment.id, words: comment.words }
  const all = await listAlike(ctx.db, beside, mostAlike)
  const others = [...all.filter(({ same }) => !same).slice(0, shown), ...all.filter(({ same }) => same)]
  const read = [comment.id, ...others.filter(({ same }) => !same).map(({ id }) => id)]
  await record(
    ctx,
    'contributions.read',
    ctx.commissioner.id,
    { frame: frame.id, count: read.length, contributions: read },
    { publicPagesStay: true },
  )
  return { comment, codings: codings.filter((coding) => coding.coderId === coderId), others, count: all.length }
}

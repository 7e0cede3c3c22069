import type { Context } from '#platform/context.ts'
import type { Comment, RecordedComment } from '../coding.ts'

/** Comments with the addresses of their records, as the thread knows them. */
export async function findRecords(ctx: Context, comments: readonly Comment[]): Promise<RecordedComment[]> {
  const kind = ctx.slots.threadKinds.find((one) => one.kind === 'contribution')
  const nodes =
    (await kind?.describe(
      ctx,
      comments.map(({ id }) => id),
    )) ?? []
  const addresses = new Map(nodes.map(({ id, href }) => [id, href]))
  return comments.map((comment) => ({ ...comment, record: addresses.get(comment.id) ?? null }))
}

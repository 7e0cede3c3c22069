import { countUnder, findTheme } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { listCodings } from '../queries/codings.ts'
import { listCodedUnder, listComments } from '../queries/comments.ts'
import { findRecords } from './find-records.ts'

const most = 50

/** Open the words coded under a theme, 50 comments at a time. Whoever reads them leaves a mark. */
export async function readWords(ctx: Context, { theme: id, after }: { theme: string; after: string | undefined }) {
  const theme = await findTheme(ctx.db, id)
  const reader = staffId(ctx.actor)
  const found = await listCodedUnder(ctx.db, theme.id, { reader, after, limit: most + 1 })
  const comments = await listComments(ctx.db, found.slice(0, most))
  const contributionIds = comments.map((comment) => comment.id)
  // The history of the theme is kept for what changed, so the reading is written under the commissioner.
  if (contributionIds.length > 0)
    await record(
      ctx,
      'contributions.read',
      ctx.commissioner.id,
      { theme: theme.id, count: contributionIds.length, contributions: contributionIds },
      { publicPagesStay: true },
    )
  return {
    theme,
    comments: await findRecords(ctx, comments),
    /** The comment after which the next page begins; null on the last. */
    last: found.length > most ? (found[most - 1] ?? null) : null,
    count: await countUnder(ctx.db, theme.id),
    codings: await listCodings(ctx.db, { contributionIds, reader, themeId: theme.id }),
  }
}

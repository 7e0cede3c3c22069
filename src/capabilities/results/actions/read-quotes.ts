import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { Basis } from '../basis.ts'
import type { Dimension } from '../dimension.ts'
import { chosenBy } from '../queries/count-cross.ts'
import type { Dimensions } from '../queries/dimensions.ts'
import { listThemeQuotes } from '../queries/quotes.ts'
import type { Filter } from '../result-cross.ts'
import type { Quote } from '../theme-quote.ts'

/** Words beside the numbers of a frame's themes; none for anything else. Whoever reads them leaves a mark. */
export async function readQuotes(
  ctx: Context,
  basis: Basis,
  known: Dimensions,
  rows: Dimension,
  only: readonly Filter[],
): Promise<Quote[]> {
  if (rows.held.in !== 'codings') return []
  const quotes = await listThemeQuotes(ctx.db, basis, rows.held.frameId, await chosenBy(ctx.db, basis, known, only))
  const contributions = [...new Set(quotes.map(({ contributionId }) => contributionId))]
  if (contributions.length > 0)
    await record(
      ctx,
      'contributions.read',
      ctx.commissioner.id,
      { frame: rows.held.frameId, count: contributions.length, contributions },
      { publicPagesStay: true },
    )
  return quotes
}

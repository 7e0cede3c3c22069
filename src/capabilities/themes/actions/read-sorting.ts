import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { Theme } from '../frame.ts'
import { listBecome } from '../queries/becoming.ts'
import { countSorting, listToSort } from '../queries/sorting.ts'
import { findSplit, listParts } from '../queries/splits.ts'
import { findTheme, listThemes } from '../queries/themes.ts'
import type { Split, SplitPart } from '../split.ts'

const most = 20

/** Where a comment can go: it stays, or goes to a part that is in use, or to what a part has become. */
export async function choicesOf(ctx: Context, split: Split, theme: Theme): Promise<SplitPart[]> {
  const parts = await listParts(ctx.db, split.id)
  const become = await listBecome(
    ctx.db,
    parts.map(({ themeId }) => themeId),
  )
  const inUse = new Map((await listThemes(ctx.db, split.frameId)).map(({ id, name }) => [id, name]))
  const choices = new Map<string, SplitPart>([[theme.id, { themeId: theme.id, name: theme.name, words: [] }]])
  for (const { themeId, words } of parts) {
    const now = become.get(themeId) ?? themeId
    const name = inUse.get(now)
    if (name !== undefined && now !== theme.id)
      choices.set(now, { themeId: now, name, words: [...(choices.get(now)?.words ?? []), ...words] })
  }
  return [...choices.values()]
}

/** Open the next comments to sort, 20 at a time. Whoever reads them leaves a mark. */
export async function readSorting(ctx: Context, splitId: string, after: string | undefined) {
  const split = await findSplit(ctx.db, splitId)
  const theme = await findTheme(ctx.db, split.themeId)
  const found = split.closed || theme.retired ? [] : await listToSort(ctx.db, split, { after, limit: most + 1 })
  const comments = found.slice(0, most)
  if (comments.length > 0)
    await record(
      ctx,
      'contributions.read',
      ctx.commissioner.id,
      { theme: theme.id, count: comments.length, contributions: comments.map(({ id }) => id) },
      { publicPagesStay: true },
    )
  return {
    split,
    theme,
    comments,
    choices: await choicesOf(ctx, split, theme),
    progress: await countSorting(ctx.db, split),
    /** The comment after which the next ones begin; null where there are none. */
    last: found.length > most ? comments.at(-1)!.id : null,
  }
}

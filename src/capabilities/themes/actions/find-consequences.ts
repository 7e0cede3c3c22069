import type { Context } from '#platform/context.ts'
import type { Theme } from '../frame.ts'
import { movesOfMerge } from '../merge.ts'
import { countTogether } from '../queries/counts.ts'

/** What comes of a merge, before it is made. */
export async function findConsequences(ctx: Context, themes: readonly Theme[], theme: Theme, into: Theme) {
  const names = new Map(themes.map(({ id, name }) => [id, name]))
  return {
    comments: await countTogether(ctx.db, [theme.id]),
    intoComments: await countTogether(ctx.db, [into.id]),
    together: await countTogether(ctx.db, [theme.id, into.id]),
    moved: movesOfMerge(themes, theme.id, into.id).map(({ id }) => names.get(id) ?? ''),
  }
}

/** The findings that rest on a theme, as the thread knows them. */
export async function findFindings(ctx: Context, themeId: string): Promise<{ text: string; href: string }[]> {
  const found: { text: string; href: string }[] = []
  for (const join of ctx.slots.threadJoins.filter(({ from, to }) => from === 'theme' && to === 'finding')) {
    const ids = (await join.forward(ctx, [themeId])).map((pair) => pair.to)
    for (const kind of ctx.slots.threadKinds.filter((one) => one.kind === join.to))
      for (const { label, href } of ids.length > 0 ? await kind.describe(ctx, ids) : []) found.push({ text: label, href: href ?? '' })
  }
  return found
}

import { type Context, staffId } from '#platform/context.ts'
import type { SpineRow } from '#platform/digests.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { countSorting, insertSortings, listSortable } from '../queries/sorting.ts'
import { findSplit, insertSplitClosure } from '../queries/splits.ts'
import { holdTheme } from './change-frame.ts'
import { choicesOf } from './read-sorting.ts'

export interface Sorting {
  contributionId: string
  /** Where it belongs: the theme that is split, where it stays, or one of its parts. */
  themeId: string
}

/** Say where comments belong. One that someone else has sorted meanwhile is passed over. Answers how many were sorted. */
export async function sortComments(ctx: Context, splitId: string, sortings: readonly Sorting[]): Promise<number> {
  const split = await findSplit(ctx.db, splitId)
  const { theme } = await holdTheme(ctx, split.themeId)
  refuseIf((await findSplit(ctx.db, splitId)).closed, 'This split has been finished, so nothing more is sorted')
  const choices = await choicesOf(ctx, split, theme)
  refuseIf(
    sortings.some(({ themeId }) => !choices.some((choice) => choice.themeId === themeId)),
    'One of the themes has been put away meanwhile. Open the page again to see where comments can go.',
  )
  const sortable = await listSortable(
    ctx.db,
    split,
    sortings.map(({ contributionId }) => contributionId),
  )
  const taken = sortings.filter(({ contributionId }) => sortable.has(contributionId))
  if (taken.length === 0) return 0

  const by = { commissioner_id: ctx.commissioner.id, split_id: splitId, sorted_by: staffId(ctx.actor), sorted_at: ctx.now }
  await insertSortings(
    ctx.db,
    taken.map(({ contributionId, themeId }) => ({ ...by, contribution_id: contributionId, theme_id: themeId })),
  )
  const rows: SpineRow[] = []
  const sorted = Map.groupBy(taken, ({ themeId }) => themeId)
  for (const [to, some] of sorted)
    if (to !== theme.id) {
      const contributionIds = some.map(({ contributionId }) => contributionId)
      rows.push(...(await ctx.slots.carryCodings(ctx, { from: theme.id, to, contributionIds })))
    }
  const counts = [...sorted].map(([to, some]) => ({ theme: to, comments: some.length }))
  await record(ctx, 'theme.comments-sorted', theme.id, { frame: split.frameId, split: splitId, count: taken.length, counts }, { rows })
  const { left, waiting } = await countSorting(ctx.db, split)
  if (left + waiting === 0) await close(ctx, splitId)
  return taken.length
}

/** What is not sorted yet stays under the theme. */
export async function finishSplit(ctx: Context, splitId: string) {
  const split = await findSplit(ctx.db, splitId)
  await holdTheme(ctx, split.themeId)
  refuseIf((await findSplit(ctx.db, splitId)).closed, 'This split has been finished already')
  const { left, waiting } = await countSorting(ctx.db, split)
  await close(ctx, splitId)
  await record(ctx, 'theme.split-finished', split.themeId, { frame: split.frameId, split: splitId, stay: left + waiting })
}

const close = (ctx: Context, splitId: string) =>
  insertSplitClosure(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    split_id: splitId,
    closed_by: staffId(ctx.actor),
    closed_at: ctx.now,
  })

import { type Context, staffId } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { isNameTaken } from '../frame.ts'
import { movesOfReversal } from '../merge.ts'
import { findMerge, findMergeOf, insertReversal, listPlacesBefore } from '../queries/merges.ts'
import { findTheme, insertWordings } from '../queries/themes.ts'
import { holdFrame, lastPlace, refuseSameName, wordingOf } from './change-frame.ts'

/** Take a merge back: the theme is in use again, and what was carried from it and still stands where it was carried comes back with it. */
export async function reverseMerge(ctx: Context, mergeId: string, reason: string) {
  const { themes, nextVersion } = await holdFrame(ctx, (await findMerge(ctx.db, mergeId)).frameId)
  const merge = await findMerge(ctx.db, mergeId)
  refuseIf(merge.reversed, 'This merge has been taken back already')
  const onwards = await findMergeOf(ctx.db, merge.intoId)
  refuseIf(onwards !== undefined, 'The theme it was merged with has become another theme since. Take that merge back first.')

  const theme = await findTheme(ctx.db, merge.themeId)
  const { parentId, moves } = movesOfReversal(themes, theme, await listPlacesBefore(ctx.db, merge))
  refuseSameName(isNameTaken(themes, { name: theme.name, parentId }))
  const version = await nextVersion(reason)
  await insertWordings(ctx.db, ctx.commissioner.id, [
    { ...wordingOf(theme, version), retired: false, parent_id: parentId, position: lastPlace(themes, parentId) },
    ...moves.map((move) => ({ ...wordingOf(themes.find(({ id }) => id === move.id)!, version), parent_id: move.parentId })),
  ])
  const rows = await ctx.slots.carryCodings(ctx, { from: merge.intoId, to: merge.themeId, back: true })
  await insertReversal(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    merge_id: mergeId,
    reason,
    reversed_by: staffId(ctx.actor),
    reversed_at: ctx.now,
  })
  const facts = { frame: merge.frameId, version }
  await record(ctx, 'theme.brought-back', merge.themeId, { ...facts, from: merge.intoId }, { rows })
  await record(ctx, 'theme.gave-back', merge.intoId, { ...facts, to: merge.themeId })
}

import { type Context, staffId } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { movesOfMerge, namesInTheWay } from '../merge.ts'
import { insertMerge } from '../queries/merges.ts'
import { insertWordings } from '../queries/themes.ts'
import { holdTheme, lastPlace, wordingOf } from './change-frame.ts'

/** One theme becomes another: what was coded under it is coded under the other, what stood under it stands under the other, and it is put away. */
export async function mergeTheme(ctx: Context, themeId: string, { intoId, reason }: { intoId: string; reason: string }) {
  const { theme, themes, nextVersion } = await holdTheme(ctx, themeId)
  const into = themes.find(({ id }) => id === intoId)
  refuseIf(into === undefined, 'The theme to merge it with is not in this frame, or has been put away')
  refuseIf(intoId === themeId, 'A theme cannot be merged with itself')
  const moves = movesOfMerge(themes, themeId, intoId)
  const [clash] = namesInTheWay(themes, moves, themeId)
  refuseIf(clash !== undefined, `There would be two themes called “${clash}” in one place. Reword one of them, or merge them first.`)

  const version = await nextVersion(reason)
  const place = lastPlace(themes, intoId)
  await insertWordings(ctx.db, ctx.commissioner.id, [
    { ...wordingOf(theme, version), retired: true },
    ...moves.map(({ id, parentId }, at) => ({
      ...wordingOf(themes.find((one) => one.id === id)!, version),
      parent_id: parentId,
      position: parentId === intoId ? place + at : theme.position,
    })),
  ])
  const rows = await ctx.slots.carryCodings(ctx, { from: themeId, to: intoId })
  await insertMerge(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    id: newId(),
    frame_id: theme.frameId,
    theme_id: themeId,
    into_id: intoId,
    version,
    reason,
    merged_by: staffId(ctx.actor),
    merged_at: ctx.now,
  })
  const facts = { frame: theme.frameId, version }
  await record(ctx, 'theme.merged', themeId, { ...facts, into: intoId, moved: moves.length }, { rows })
  await record(ctx, 'theme.took-in', intoId, { ...facts, from: themeId })
}

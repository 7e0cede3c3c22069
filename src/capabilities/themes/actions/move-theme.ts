import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { isNameTaken, wouldCircle } from '../frame.ts'
import { insertWordings } from '../queries/themes.ts'
import { holdTheme, lastPlace, refuseSameName, wordingOf } from './change-frame.ts'

/** Put a theme under another, or at the top, with all that is under it. */
export async function moveTheme(ctx: Context, themeId: string, { parentId, note }: { parentId: string | null; note: string }) {
  const { theme, themes, nextVersion } = await holdTheme(ctx, themeId)
  refuseIf(parentId !== null && !themes.some(({ id }) => id === parentId), 'The theme to put it under is not in this frame')
  refuseIf(wouldCircle(themes, themeId, parentId), 'A theme cannot be put under itself, or under a theme that is under it')
  refuseIf(parentId === theme.parentId, 'The theme is there already')
  refuseSameName(isNameTaken(themes, { name: theme.name, parentId, exceptId: themeId }))

  const version = await nextVersion(note)
  await insertWordings(ctx.db, ctx.commissioner.id, [
    { ...wordingOf(theme, version), parent_id: parentId, position: lastPlace(themes, parentId) },
  ])
  await record(ctx, 'theme.moved', themeId, { frame: theme.frameId, version, under: parentId })
}

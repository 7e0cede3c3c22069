import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { WordingInput } from '../forms.ts'
import { isNameTaken } from '../frame.ts'
import { insertWordings } from '../queries/themes.ts'
import { holdTheme, refuseSameName, wordingOf } from './change-frame.ts'

/** Give a theme another name or another definition. What was coded under it stays. */
export async function rewordTheme(ctx: Context, themeId: string, { name, definition, note }: WordingInput) {
  const { theme, themes, nextVersion } = await holdTheme(ctx, themeId)
  refuseSameName(isNameTaken(themes, { name, parentId: theme.parentId, exceptId: themeId }))

  const version = await nextVersion(note)
  await insertWordings(ctx.db, ctx.commissioner.id, [{ ...wordingOf(theme, version), name, definition }])
  await record(ctx, 'theme.reworded', themeId, { frame: theme.frameId, version })
}

import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { insertWordings } from '../queries/themes.ts'
import { holdTheme, wordingOf } from './change-frame.ts'

/** Put a theme away: nothing new is coded under it. What was coded under it stays. */
export async function retireTheme(ctx: Context, themeId: string, note: string) {
  const { theme, themes, nextVersion } = await holdTheme(ctx, themeId)
  refuseIf(
    themes.some(({ parentId }) => parentId === themeId),
    'Move or put away the themes under it first',
  )

  const version = await nextVersion(note)
  await insertWordings(ctx.db, ctx.commissioner.id, [{ ...wordingOf(theme, version), retired: true }])
  await record(ctx, 'theme.retired', themeId, { frame: theme.frameId, version })
}

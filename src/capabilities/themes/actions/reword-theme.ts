import type { Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { isNameTaken, type Meaning } from '../frame.ts'
import { insertWordings } from '../queries/themes.ts'
import { holdTheme, refuseSameName, wordingOf } from './change-frame.ts'

interface Reworded extends Partial<Meaning> {
  name: string
  note: string
}

/** Give a theme another name or another meaning; a part that is left out stays. What was coded under it stays. */
export async function rewordTheme(ctx: Context, themeId: string, { name, note, ...meaning }: Reworded) {
  const { theme, themes, nextVersion } = await holdTheme(ctx, themeId)
  refuseSameName(isNameTaken(themes, { name, parentId: theme.parentId, exceptId: themeId }))

  const version = await nextVersion(note)
  await insertWordings(ctx.db, ctx.commissioner.id, [{ ...wordingOf(theme, version), name, ...meaning }])
  await record(ctx, 'theme.reworded', themeId, { frame: theme.frameId, version })
}

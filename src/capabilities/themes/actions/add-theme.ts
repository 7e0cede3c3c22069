import type { Context } from '#platform/context.ts'
import { refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { isNameTaken, type Meaning, meaningOf } from '../frame.ts'
import { insertThemes } from '../queries/themes.ts'
import { holdFrame, lastPlace, refuseSameName } from './change-frame.ts'

interface NewTheme extends Partial<Meaning> {
  frameId: string
  name: string
  parentId: string | null
}

/** Add a theme, at the end of those beside it. */
export async function addTheme(ctx: Context, { frameId, name, parentId, ...meaning }: NewTheme): Promise<string> {
  const { themes, nextVersion } = await holdFrame(ctx, frameId)
  refuseIf(parentId !== null && !themes.some(({ id }) => id === parentId), 'The theme to put it under is not in this frame')
  refuseSameName(isNameTaken(themes, { name, parentId }))

  const id = newId()
  const version = await nextVersion(`Added “${name}”`)
  await insertThemes(ctx.db, ctx.commissioner.id, [
    {
      ...meaningOf(meaning),
      theme_id: id,
      frame_id: frameId,
      version,
      parent_id: parentId,
      name,
      position: lastPlace(themes, parentId),
      retired: false,
    },
  ])
  await record(ctx, 'theme.added', id, { frame: frameId, version })
  return id
}

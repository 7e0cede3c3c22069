import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { type DefinedTheme, meaningOf } from '../frame.ts'
import { mayShapeFrame } from '../policy.ts'
import { findFrame, insertVersion, lockFrame } from '../queries/frames.ts'
import { findTheme, listThemes, type Wording } from '../queries/themes.ts'

export interface FrameNow {
  /** All of the frame's themes that are in use, as no one else can change them until this transaction ends. */
  themes: readonly DefinedTheme[]
  /** Begin the next version and say why. Returns its number. */
  nextVersion(note: string): Promise<number>
}

/** Hold a frame still for a change: whoever else changes it waits. */
export async function holdFrame(ctx: Context, frameId: string): Promise<FrameNow> {
  allowOnly(mayShapeFrame(ctx.actor))
  await lockFrame(ctx.db, frameId)
  const frame = await findFrame(ctx.db, frameId)
  return {
    themes: await listThemes(ctx.db, frameId),
    async nextVersion(note) {
      const number = frame.version + 1
      await insertVersion(ctx.db, {
        commissioner_id: ctx.commissioner.id,
        frame_id: frameId,
        number,
        note,
        made_by: staffId(ctx.actor),
        made_at: ctx.now,
      })
      return number
    },
  }
}

/** The same for a change to one theme, which must still be in use. */
export async function holdTheme(ctx: Context, themeId: string): Promise<FrameNow & { theme: DefinedTheme }> {
  const { frameId } = await findTheme(ctx.db, themeId)
  const frame = await holdFrame(ctx, frameId)
  const theme = frame.themes.find(({ id }) => id === themeId)
  refuseIf(theme === undefined, 'This theme has been put away, so it cannot be changed')
  return { ...frame, theme: theme! }
}

/** A theme's row as it would be written again, unchanged. */
export const wordingOf = ({ id, frameId, parentId, name, position, retired, ...meaning }: DefinedTheme, version: number): Wording => ({
  ...meaningOf(meaning),
  theme_id: id,
  frame_id: frameId,
  version,
  parent_id: parentId,
  name,
  position,
  retired,
})

/** After the last of those beside it. */
export const lastPlace = (themes: readonly DefinedTheme[], parentId: string | null) =>
  Math.max(-1, ...themes.filter((theme) => theme.parentId === parentId).map((theme) => theme.position)) + 1

const sameName = 'There is already a theme with this name in the same place'

export const refuseSameName = (taken: boolean) => refuseIf(taken, sameName)

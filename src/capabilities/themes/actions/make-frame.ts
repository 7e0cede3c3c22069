import { type Context, staffId } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { meaningOf, type ThemePlan } from '../frame.ts'
import { mayShapeFrame } from '../policy.ts'
import { insertFrame, insertVersion } from '../queries/frames.ts'
import { insertThemes, type Wording } from '../queries/themes.ts'

interface Plan {
  title: string
  themes?: readonly ThemePlan[]
  /** Where its first version comes from. */
  note?: string
}

export interface MadeFrame {
  frameId: string
  /** Each theme's id by its names from the top: 'Getting there', 'Getting there/Parking'. */
  themeIds: Readonly<Record<string, string>>
  /** How many themes it has. */
  count: number
}

/** Begin a frame, with its first themes if they are known: version 1. */
export async function makeFrame(ctx: Context, { title, themes = [], note = 'The first version' }: Plan): Promise<MadeFrame> {
  allowOnly(mayShapeFrame(ctx.actor))
  const frameId = newId()
  const planned = layOut(themes, frameId)
  const themeIds = Object.fromEntries(planned.map(({ path, wording }) => [path, wording.theme_id]))
  refuseIf(hasTwins(themes), 'Two themes side by side in this frame have the same name')

  const made = { commissioner_id: ctx.commissioner.id, made_by: staffId(ctx.actor), made_at: ctx.now }
  await insertFrame(ctx.db, { ...made, id: frameId, title })
  await insertVersion(ctx.db, { ...made, frame_id: frameId, number: 1, note })
  await insertThemes(
    ctx.db,
    ctx.commissioner.id,
    planned.map(({ wording }) => wording),
  )
  await record(ctx, 'frame.made', frameId, { themes: planned.length })
  return { frameId, themeIds, count: planned.length }
}

const hasTwins = (themes: readonly ThemePlan[]): boolean =>
  new Set(themes.map(({ name }) => name.toLowerCase())).size < themes.length || themes.some(({ themes: below = [] }) => hasTwins(below))

function layOut(
  themes: readonly ThemePlan[],
  frameId: string,
  above: { id: string; path: string } | null = null,
): { path: string; wording: Wording }[] {
  return themes.flatMap(({ name, themes: below = [], ...meaning }, position) => {
    const id = newId()
    const path = above ? `${above.path}/${name}` : name
    const wording = {
      ...meaningOf(meaning),
      theme_id: id,
      frame_id: frameId,
      version: 1,
      parent_id: above?.id ?? null,
      name,
      position,
      retired: false,
    }
    return [{ path, wording }, ...layOut(below, frameId, { id, path })]
  })
}

import { type Context, staffId } from '#platform/context.ts'
import { allowOnly } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { type DefinedTheme, isNameTaken, meaningOf, type ThemePlan } from '../frame.ts'
import { mayShapeFrame } from '../policy.ts'
import { findFrameCalled, insertVersion, lockFrame } from '../queries/frames.ts'
import { insertThemes, listThemes, type Wording } from '../queries/themes.ts'
import { lastPlace } from './change-frame.ts'
import { makeFrame } from './make-frame.ts'

interface Extended {
  frameId: string
  added: number
  already: number
}

/** A frame of this name with at least these themes: made, or with those added that it lacks. What it has stays as it is: safe to repeat. */
export async function extendFrame(ctx: Context, title: string, plan: readonly ThemePlan[]): Promise<Extended> {
  allowOnly(mayShapeFrame(ctx.actor))
  await lockFrame(ctx.db, title)
  const found = await findFrameCalled(ctx.db, title)
  if (!found) {
    const { frameId, count } = await makeFrame(ctx, { title, themes: plan, note: 'Brought in from a file' })
    return { frameId, added: count, already: 0 }
  }
  await lockFrame(ctx.db, found.id)
  const frame = (await findFrameCalled(ctx.db, title)) ?? found
  const { fresh, already } = lacking(await listThemes(ctx.db, frame.id), plan, { frameId: frame.id, version: frame.version + 1 })
  if (fresh.length === 0) return { frameId: frame.id, added: 0, already }
  await insertVersion(ctx.db, {
    commissioner_id: ctx.commissioner.id,
    frame_id: frame.id,
    number: frame.version + 1,
    note: 'Brought in from a file',
    made_by: staffId(ctx.actor),
    made_at: ctx.now,
  })
  await insertThemes(ctx.db, ctx.commissioner.id, fresh)
  await record(ctx, 'frame.filled', frame.id, { themes: fresh.length, version: frame.version + 1 })
  return { frameId: frame.id, added: fresh.length, already }
}

function lacking(themes: readonly DefinedTheme[], plan: readonly ThemePlan[], at: { frameId: string; version: number }) {
  const fresh: Wording[] = []
  let already = 0
  const walk = (some: readonly ThemePlan[], parentId: string | null) => {
    let next = lastPlace(themes, parentId)
    for (const { name, themes: below = [], ...meaning } of some) {
      const same = themes.find((theme) => isNameTaken([theme], { name, parentId }))
      if (same) already += 1
      const id = same?.id ?? newId()
      if (!same)
        fresh.push({
          ...meaningOf(meaning),
          theme_id: id,
          frame_id: at.frameId,
          version: at.version,
          parent_id: parentId,
          name,
          position: next++,
          retired: false,
        })
      walk(below, id)
    }
  }
  walk(plan, null)
  return { fresh, already }
}

import { type Context, staffId } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { newId } from '#platform/ids.ts'
import { meaningOf } from '../frame.ts'
import { findFrameCalled, insertFrame, insertVersion, lockFrame } from '../queries/frames.ts'
import { findLabels, insertThemes, listThemes } from '../queries/themes.ts'
import { lastPlace } from './change-frame.ts'

interface Taken {
  frameId: string
  /** By label. */
  themeIds: Map<string, string>
}

/** A theme for every label that came with an import, found or made, in the frame that has the name of the source. */
export async function takeThemes(ctx: Context, source: string, labels: readonly string[]): Promise<Taken> {
  await lockFrame(ctx.db, source)
  const made = { commissioner_id: ctx.commissioner.id, made_by: staffId(ctx.actor), made_at: ctx.now }
  const frame = await findFrameCalled(ctx.db, source)
  const frameId = frame?.id ?? newId()
  if (!frame) await insertFrame(ctx.db, { ...made, id: frameId, title: source })
  // A person may be changing the frame by hand in the same moment.
  await lockFrame(ctx.db, frameId)

  const themeIds = await findLabels(ctx.db, frameId, labels)
  const fresh = labels.filter((label) => !themeIds.has(label))
  if (frame && fresh.length === 0) return { frameId, themeIds }

  const number = ((await findFrameCalled(ctx.db, source))?.version ?? 0) + 1
  await insertVersion(ctx.db, { ...made, frame_id: frameId, number, note: 'Labels that came with an import' })
  const place = lastPlace(await listThemes(ctx.db, frameId), null)
  const rows = fresh.map((name, index) => ({
    theme_id: newId(),
    frame_id: frameId,
    version: number,
    parent_id: null,
    name,
    ...meaningOf({}),
    position: place + index,
    retired: false,
  }))
  await insertThemes(ctx.db, ctx.commissioner.id, rows)
  await record(ctx, frame ? 'frame.extended' : 'frame.made', frameId, { themes: rows.length, version: number })
  return { frameId, themeIds: new Map([...themeIds, ...rows.map((row) => [row.name, row.theme_id] as const)]) }
}

import { type Context, staffId } from '#platform/context.ts'
import type { SpineRow } from '#platform/digests.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import type { LabelBatch } from '#platform/slots.ts'
import { insertCodings } from '../queries/codings.ts'
import { findFrameCalled, insertFrame, insertVersion, lockFrame } from '../queries/frames.ts'
import { asSpine } from '../queries/spine.ts'
import { findLabels, insertThemes, listThemes } from '../queries/themes.ts'
import { lastPlace } from './change-frame.ts'
import { findImportCoder } from './find-coder.ts'

/**
 * Labels that came with an import become codings of whole comments, in a frame that has the name of their source.
 * Made for thousands at once: the number of statements does not grow with the number of labels.
 */
export async function takeLabels(ctx: Context, { coder, source, labels }: LabelBatch): Promise<SpineRow[]> {
  const tidied = labels
    .map(({ contributionId, label }) => ({ contributionId, label: label.normalize('NFC').trim() }))
    .filter(({ label }) => label !== '')
  if (tidied.length === 0) return []

  const wanted = new Map(tidied.map((one) => [`${one.contributionId} ${one.label}`, one]))
  const themeIds = await findThemes(ctx, source, [...new Set(tidied.map(({ label }) => label))])
  const coderId = await findImportCoder(ctx, coder)
  const rows = [...wanted.values()].map(({ contributionId, label }) => ({
    id: newId(),
    contribution_id: contributionId,
    theme_id: themeIds.get(label)!,
    coder_id: coderId,
    start_at: null,
    end_at: null,
    made_at: ctx.now,
    salt: newSalt(),
  }))
  await insertCodings(ctx.db, ctx.commissioner.id, rows)
  return rows.map(asSpine)
}

/** A theme for every label, found or made. */
async function findThemes(ctx: Context, source: string, labels: readonly string[]): Promise<Map<string, string>> {
  await lockFrame(ctx.db, source)
  const made = { commissioner_id: ctx.commissioner.id, made_by: staffId(ctx.actor), made_at: ctx.now }
  const frame = await findFrameCalled(ctx.db, source)
  const frameId = frame?.id ?? newId()
  if (!frame) await insertFrame(ctx.db, { ...made, id: frameId, title: source })
  // A person may be changing the frame by hand in the same moment.
  await lockFrame(ctx.db, frameId)

  const themeIds = await findLabels(ctx.db, frameId, labels)
  const fresh = labels.filter((label) => !themeIds.has(label))
  if (frame && fresh.length === 0) return themeIds

  const number = ((await findFrameCalled(ctx.db, source))?.version ?? 0) + 1
  await insertVersion(ctx.db, { ...made, frame_id: frameId, number, note: 'Labels that came with an import' })
  const place = lastPlace(await listThemes(ctx.db, frameId), null)
  const rows = fresh.map((name, index) => ({
    theme_id: newId(),
    frame_id: frameId,
    version: number,
    parent_id: null,
    name,
    definition: '',
    position: place + index,
    retired: false,
  }))
  await insertThemes(ctx.db, ctx.commissioner.id, rows)
  await record(ctx, frame ? 'frame.extended' : 'frame.made', frameId, { themes: rows.length, version: number })
  return new Map([...themeIds, ...rows.map((row) => [row.name, row.theme_id] as const)])
}

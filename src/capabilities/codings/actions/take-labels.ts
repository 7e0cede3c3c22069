import { takeThemes } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import type { SpineRow } from '#platform/digests.ts'
import { newId, newSalt } from '#platform/ids.ts'
import type { LabelBatch } from '#platform/slots.ts'
import { insertCodings } from '../queries/codings.ts'
import { finishComments } from '../queries/finished.ts'
import { insertSentiments } from '../queries/sentiments.ts'
import { asSpine } from '../queries/spine.ts'
import { findImportCoder } from './find-coder.ts'

/**
 * Labels that came with an import become codings of whole comments, in a frame that has the name of their source; sentiments become that coder's.
 * Made for thousands at once: the number of statements does not grow with the number of labels.
 */
export async function takeLabels(ctx: Context, { coder, source, labels, sentiments = [] }: LabelBatch): Promise<SpineRow[]> {
  if (sentiments.length > 0) {
    const felt = sentiments.map((one) => ({ id: newId(), ...one }))
    await insertSentiments(ctx.db, ctx.commissioner.id, felt, { coderId: await findImportCoder(ctx, coder), at: ctx.now })
  }
  const tidied = labels
    .map(({ contributionId, label }) => ({ contributionId, label: label.normalize('NFC').trim() }))
    .filter(({ label }) => label !== '')
  if (tidied.length === 0) return []

  const wanted = new Map(tidied.map((one) => [`${one.contributionId} ${one.label}`, one]))
  const { frameId, themeIds } = await takeThemes(ctx, source, [...new Set(tidied.map(({ label }) => label))])
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
  // A file that labels a comment has decided about it.
  await finishComments(ctx.db, ctx.commissioner.id, {
    frameId,
    coderId,
    contributionIds: [...new Set(rows.map((row) => row.contribution_id))],
    finishedAt: ctx.now,
  })
  return rows.map(asSpine)
}

import { holdThemes } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import type { SpineRow } from '#platform/digests.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { insertCodings } from '../queries/codings.ts'
import { finishComments } from '../queries/finished.ts'
import { insertSentiments } from '../queries/sentiments.ts'
import { asSpine } from '../queries/spine.ts'
import type { Span } from '../span.ts'
import { findImportCoder } from './find-coder.ts'

interface Taken {
  /** The name of the coder that stands for whoever coded elsewhere. */
  coder: string
  frameId: string
  codings: readonly { contributionId: string; themeId: string; span: Span | null }[]
  sentiments: readonly { contributionId: string; value: 1 | 2 | 3 | 4 | 5 }[]
  /** Comments they decided about, those that no theme fits too. */
  finished: readonly string[]
}

/**
 * Codings that somebody made elsewhere, of pieces of comments or of whole ones, checked by whoever brings them: a few statements for any number.
 * A theme that became another meanwhile is coded as that. Returns their rows for the event that brings them.
 */
export async function takeCodings(ctx: Context, { coder, frameId, codings, sentiments, finished }: Taken): Promise<SpineRow[]> {
  const coderId = await findImportCoder(ctx, coder)
  const now = await holdThemes(ctx, [...new Set(codings.map(({ themeId }) => themeId))])
  const wanted = new Map(
    codings.map(({ contributionId, themeId: given, span }) => {
      const themeId = now.get(given) ?? given
      return [[contributionId, themeId, span?.start, span?.end].join(' '), { contributionId, themeId, span }]
    }),
  )
  const rows = [...wanted.values()].map(({ contributionId, themeId, span }) => ({
    id: newId(),
    contribution_id: contributionId,
    theme_id: themeId,
    coder_id: coderId,
    start_at: span?.start ?? null,
    end_at: span?.end ?? null,
    made_at: ctx.now,
    salt: newSalt(),
  }))
  await insertCodings(ctx.db, ctx.commissioner.id, rows)
  await insertSentiments(
    ctx.db,
    ctx.commissioner.id,
    sentiments.map((one) => ({ id: newId(), ...one })),
    { coderId, at: ctx.now },
  )
  await finishComments(ctx.db, ctx.commissioner.id, { frameId, coderId, contributionIds: finished, finishedAt: ctx.now })
  return rows.map(asSpine)
}

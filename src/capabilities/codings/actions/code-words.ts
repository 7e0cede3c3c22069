import { findTheme, holdThemes } from '#capabilities/themes'
import type { Context } from '#platform/context.ts'
import { allowOnly, refuseIf } from '#platform/errors.ts'
import { record } from '#platform/events.ts'
import { newId, newSalt } from '#platform/ids.ts'
import { mayCode } from '../policy.ts'
import { insertCodings, listSame, lockComment } from '../queries/codings.ts'
import { findReadableComment } from '../queries/comments.ts'
import { asSpine } from '../queries/spine.ts'
import { isWithin, type Span } from '../span.ts'
import { findCoder } from './find-coder.ts'
import { keepAct } from './keep-act.ts'

interface Words {
  contributionId: string
  /** Null: the whole comment. */
  span: Span | null
  themeIds: readonly string[]
}

/**
 * Say which themes some words speak of. A theme this coder has already given to the very same words is passed over.
 * Returns the ids of the codings made; there may be none.
 */
export async function codeWords(ctx: Context, { contributionId, span, themeIds: wanted }: Words): Promise<string[]> {
  allowOnly(mayCode(ctx.actor))
  const comment = await findReadableComment(ctx.db, contributionId)
  refuseIf(span !== null && !isWithin(comment.words, span), 'The words to code are not in this comment')
  // A page may be older than a merge: what became another theme is coded as that.
  const now = await holdThemes(ctx, wanted)
  const themeIds = [...new Set(wanted.map((id) => now.get(id) ?? id))]
  let frameId: string | null = null
  for (const id of themeIds) {
    const theme = await findTheme(ctx.db, id)
    refuseIf(theme.retired, 'This theme has been put away, so nothing new is coded under it')
    frameId ??= theme.frameId
  }

  await lockComment(ctx.db, contributionId)
  const coderId = await findCoder(ctx)
  const already = themeIds.length > 0 ? await listSame(ctx.db, { contributionId, coderId, span, themeIds }) : []
  const rows = themeIds
    .filter((id) => !already.includes(id))
    .map((themeId) => ({
      id: newId(),
      contribution_id: contributionId,
      theme_id: themeId,
      coder_id: coderId,
      start_at: span?.start ?? null,
      end_at: span?.end ?? null,
      made_at: ctx.now,
      salt: newSalt(),
    }))
  if (rows.length === 0) return []

  await insertCodings(ctx.db, ctx.commissioner.id, rows)
  await keepAct(ctx, { coderId, contributionId, frameId, made: rows.map((row) => row.id) })
  await record(
    ctx,
    'contribution.coded',
    contributionId,
    { themes: rows.map((row) => row.theme_id), start: span?.start ?? null, end: span?.end ?? null },
    { rows: rows.map(asSpine) },
  )
  return rows.map((row) => row.id)
}

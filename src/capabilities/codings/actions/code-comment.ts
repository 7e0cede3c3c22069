import { holdThemes, listThemes } from '#capabilities/themes'
import { type Context, staffId } from '#platform/context.ts'
import { type CodingInput, missing, readPlace } from '../forms.ts'
import { listCodings } from '../queries/codings.ts'
import { findSentiment } from '../queries/sentiments.ts'
import { isWithin } from '../span.ts'
import { codeWords } from './code-words.ts'
import { findOwnCoder } from './find-coder.ts'
import { finishComment } from './finish-comment.ts'
import { judgeSentiment } from './judge-sentiment.ts'

interface Open {
  frameId: string
  comment: { id: string; words: string }
}

export type CodedComment = { said: 'coded' | 'already' | 'felt' | 'finished' } | { errors: Partial<Record<'place' | 'themes', string>> }

/** Do what the form of a comment asks: code some words, say how it feels, and be done with it. What is wrong comes back before anything is written. */
export async function codeComment(ctx: Context, { frameId, comment }: Open, typed: CodingInput): Promise<CodedComment> {
  const span = readPlace(typed.place) ?? null
  if (span !== null && !isWithin(comment.words, span)) return { errors: { place: 'Choose words that are in the comment' } }
  const now = await holdThemes(ctx, typed.themes)
  const themeIds = typed.themes.map((id) => now.get(id) ?? id)
  const known = await listThemes(ctx.db, frameId)
  if (!themeIds.every((wanted) => known.some(({ id }) => id === wanted))) return { errors: { themes: 'Choose a theme from this frame' } }

  const coderId = await findOwnCoder(ctx)
  const felt = coderId && (await findSentiment(ctx.db, { contributionId: comment.id, coderId }))
  const standing = (await listCodings(ctx.db, { contributionIds: [comment.id], frameId, reader: staffId(ctx.actor) })).filter(
    (coding) => coding.coderId === coderId,
  )
  const feels = typed.sentiment !== '' && Number(typed.sentiment) !== felt
  const problem = missing(typed.act, { themes: themeIds.length, standing: standing.length, feels })
  if (problem) return { errors: { themes: problem } }

  const made = themeIds.length > 0 ? await codeWords(ctx, { contributionId: comment.id, span, themeIds }) : []
  if (feels) await judgeSentiment(ctx, { contributionId: comment.id, value: Number(typed.sentiment) })
  if (typed.act !== 'code') {
    await finishComment(ctx, { contributionId: comment.id, frameId })
    return { said: 'finished' }
  }
  return { said: made.length > 0 ? 'coded' : themeIds.length > 0 ? 'already' : 'felt' }
}

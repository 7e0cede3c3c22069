import type { FeatureText } from './feature.ts'
import type { Learned } from './trained-model.ts'
import type { Sighting } from './vocabulary.ts'

/** A stretch of the words, in code points: from `start` up to, and without, `end`. */
export interface Span {
  start: number
  end: number
}

const most = 3
// Words that bring less than this share of what the most telling stretch brings are left out.
const leastShare = 0.25

/**
 * The words that led to a theme: each token's share of the log-odds, from the features it was seen in (a pair of words shares between its two);
 * neighbours that both speak for it are one stretch.
 *
 * @param at the theme's place in the model
 * @returns at most three stretches in code points, the most telling first; none where the words spoke against it
 */
export function becauseOf(
  { themes, sentiments, weights }: Learned,
  { tokens }: FeatureText,
  seen: readonly Sighting[],
  at: number,
): Span[] {
  const width = themes.length + sentiments.length
  const shares = new Float64Array(tokens.length)
  for (const { column, value, token, width: wide } of seen)
    for (let next = token; next < token + wide; next++) shares[next]! += (value * weights[column * width + at]!) / wide

  const stretches: (Span & { share: number })[] = []
  const strongest = shares.reduce((best, share) => Math.max(best, share), 0)
  let before = -2
  shares.forEach((share, token) => {
    if (share <= strongest * leastShare || share <= 0) return
    const { start, end } = tokens[token]!
    const last = stretches.at(-1)
    if (last && before === token - 1) {
      last.end = end
      last.share += share
    } else stretches.push({ start, end, share })
    before = token
  })
  return stretches
    .sort((one, other) => other.share - one.share || one.start - other.start)
    .slice(0, most)
    .map(({ start, end }) => ({ start, end }))
}

/** A piece of someone's words: start inclusive, end exclusive, in code points of the words as they are stored. */
export interface Span {
  start: number
  end: number
}

/** How many code points a text has: an emoji of one is 1, a family joined of seven is 7. */
export function lengthOf(words: string): number {
  let length = 0
  for (const _ of words) length += 1
  return length
}

/** The words of a span. Code points, not UTF-16 units, so half a character is never cut off. */
export const sliceOf = (words: string, { start, end }: Span) => [...words].slice(start, end).join('')

/** True for a span that lies within the words and holds more than white space. */
export const isWithin = (words: string, span: Span) =>
  Number.isInteger(span.start) &&
  Number.isInteger(span.end) &&
  span.start >= 0 &&
  span.start < span.end &&
  span.end <= lengthOf(words) &&
  /\S/.test(sliceOf(words, span))

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
// The rules of Unicode (UAX 29) end a sentence after any full stop before a capital: 'Dr. Patel'.
const goesOn = /(^|\s)(Dr|Mr|Mrs|Ms|Miss|Prof|Rev|St|No|approx|e\.g|i\.e)\.\s*$/i

const longestTitle = 12

// Of what was taken out, a full stop may be left.
const isReadable = (text: string) => /[^\s\p{P}█]/u.test(text) || (/\S/.test(text) && !text.includes('█'))

/** The sentences of the words, without the white space around them; those with nothing left to read are left out. */
export function sentencesOf(words: string): Span[] {
  const sentences: Span[] = []
  let at = 0
  let from = 0
  let text = ''
  for (const { segment } of segmenter.segment(words)) {
    text += segment
    at += lengthOf(segment)
    // Its end alone is looked at: words without end would take minutes otherwise.
    if (goesOn.test(text.slice(-longestTitle)) && !segment.includes('\n')) continue
    const start = from + lengthOf(text) - lengthOf(text.trimStart())
    if (isReadable(text)) sentences.push({ start, end: start + lengthOf(text.trim()) })
    from = at
    text = ''
  }
  if (isReadable(text)) sentences.push({ start: from + lengthOf(text) - lengthOf(text.trimStart()), end: from + lengthOf(text.trimEnd()) })
  return sentences
}

/**
 * The sentences of the words, or where there are more of them than a list should hold, runs of neighbouring sentences: at most so many parts,
 * in their order, and together they hold every sentence.
 */
export function partsOf(words: string, most: number): Span[] {
  const sentences = sentencesOf(words)
  const each = Math.ceil(sentences.length / most)
  if (each <= 1) return sentences
  return sentences.flatMap((sentence, at) =>
    at % each === 0 ? [{ start: sentence.start, end: sentences[Math.min(at + each, sentences.length) - 1]!.end }] : [],
  )
}

/** A run of words between two places where something begins or ends. */
export interface Piece extends Span {
  text: string
  /** What was redacted: pages show a mark instead, and its length says nothing. */
  removed: boolean
  /** Which of the given spans it lies in, by their index. */
  within: number[]
}

// Neighbouring runs are one mark, as everywhere words are shown.
const removed = /█(?:[█\s]*█)?/gu

/** The words cut wherever a span or a redaction begins or ends. Joined again, the pieces are the words. */
export function piecesOf(words: string, spans: readonly Span[]): Piece[] {
  const points = [...words]
  const gaps = [...words.matchAll(removed)].map((match) => {
    const start = lengthOf(words.slice(0, match.index))
    return { start, end: start + lengthOf(match[0]) }
  })
  const inGap = (place: number) => gaps.some((gap) => gap.start < place && place < gap.end)
  const edges = [0, points.length, ...[...spans, ...gaps].flatMap(({ start, end }) => [start, end])].filter(
    (place) => place >= 0 && place <= points.length && !inGap(place),
  )
  const cuts = [...new Set(edges)].sort((one, other) => one - other)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!
    return {
      start,
      end,
      text: points.slice(start, end).join(''),
      removed: gaps.some((gap) => gap.start === start),
      within: spans.flatMap((span, at) => (span.start < end && start < span.end ? [at] : [])),
    }
  })
}

/** A place in someone's words: start inclusive, end exclusive, in code points. */
export interface Span {
  startAt: number
  endAt: number
}

const codePoints = (text: string) => Array.from(text).length

/** Every place where `wanted` stands in `words`, from left to right, never overlapping. Capitals matter. */
export function placesOf(words: string, wanted: string): Span[] {
  if (wanted === '') return []
  const places: Span[] = []
  const length = codePoints(wanted)
  let counted = 0
  let startAt = 0
  for (let found = words.indexOf(wanted); found !== -1; found = words.indexOf(wanted, found + wanted.length)) {
    startAt += codePoints(words.slice(counted, found))
    counted = found
    places.push({ startAt, endAt: startAt + length })
  }
  return places
}

/** The words with each span blacked out, as the database shows them: a block for each code point, so that places stay true. */
export function blackedOut(words: string, spans: readonly Span[]): string {
  const points = Array.from(words)
  for (const { startAt, endAt } of spans) points.fill('█', startAt, Math.min(endAt, points.length))
  return points.join('')
}

/** Whether the span holds something of the words, and none of them twice hidden. */
export const isWithin = (words: string, { startAt, endAt }: Span) => startAt >= 0 && endAt > startAt && endAt <= codePoints(words)

import { runsOf, wordsOf } from './near-identical-text.ts'

/** A part of a text, and whether others of its group say it in the same words. */
export interface Part {
  text: string
  isShared: boolean
}

// A word as `wordsOf` sees it, in the text as it was written.
const word = /[\p{L}\p{N}\p{M}'’]+/gu
const runLength = 5

/** The runs of five words that at least half of these texts have: what they share. */
export function sharedRuns(texts: readonly string[]): Set<number> {
  const counts = new Map<number, number>()
  for (const text of texts) for (const run of new Set(runsOf(wordsOf(text)))) counts.set(run, (counts.get(run) ?? 0) + 1)
  return new Set([...counts].flatMap(([run, count]) => (count * 2 >= texts.length && count > 1 ? [run] : [])))
}

/** A text in parts, alternately shared and not; joined again they are the text as it was written. */
export function partsOf(text: string, shared: ReadonlySet<number>): Part[] {
  const written = text.normalize('NFC')
  const places = [...written.matchAll(word)]
  const isShared = new Array<boolean>(places.length).fill(false)
  for (const [at, run] of runsOf(wordsOf(written)).entries())
    if (shared.has(run)) isShared.fill(true, at, Math.min(at + runLength, places.length))
  const parts: Part[] = []
  for (const [at, place] of places.entries()) {
    // What stands between two words goes with the one before it.
    const piece = written.slice(at === 0 ? 0 : place.index, places[at + 1]?.index ?? written.length)
    const last = parts.at(-1)
    if (last && last.isShared === isShared[at]) last.text += piece
    else parts.push({ text: piece, isShared: isShared[at]! })
  }
  return parts.length > 0 || written === '' ? parts : [{ text: written, isShared: false }]
}

/** What one person added of their own to a text that others share, in the order they wrote it. */
export const ownWords = (text: string, shared: ReadonlySet<number>): string[] =>
  partsOf(text, shared).flatMap(({ text: part, isShared }) => (isShared || part.trim() === '' ? [] : [part.trim()]))

/** The wording that most have, as the first of them wrote it: it stands for all. Null where there are none. */
export function mostUsed(texts: readonly string[]): string | null {
  const byWords = Map.groupBy(texts, (text) => wordsOf(text).join(' '))
  const [most] = [...byWords.entries()].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
  return most?.[1][0] ?? null
}

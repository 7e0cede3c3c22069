import reference from '../../../reference/concern-terms.json' with { type: 'json' }
import { type Kind, kinds } from './concern.ts'

/** A place in a term: one of these words, or a gap of up to two of any. */
type Slot = ReadonlySet<string> | null

interface Term {
  kind: Kind
  isNegatable: boolean
  slots: readonly Slot[]
}

const widestGap = 2

const slotsOf = (term: string): Slot[] => term.split(' ').map((slot) => (slot === '..' ? null : new Set(slot.split('|'))))

/** By the word they begin with, so that a word that begins none costs nothing. */
function byFirstWord<One extends { slots: readonly Slot[] }>(terms: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const found = new Map<string, One[]>()
  for (const term of terms) for (const word of term.slots[0] ?? []) found.set(word, [...(found.get(word) ?? []), term])
  return found
}

const terms = byFirstWord(
  kinds.flatMap((kind): Term[] => {
    const { negatable, terms } = reference.kinds[kind]
    return terms.map((term) => ({ kind, isNegatable: negatable, slots: slotsOf(term) }))
  }),
)
const exceptions = byFirstWord(reference.exceptions.map((term) => ({ slots: slotsOf(term) })))
const longest = Math.max(...reference.exceptions.map((term) => slotsOf(term).length * widestGap))
const negators: ReadonlySet<string> = new Set(reference.negators)

const word = /[\p{L}\p{N}]+/gu

/**
 * What these words may tell of: the most pressing kind; null where nothing suggests any. It is a reason for a person to look and no finding:
 * it sees words, not what they mean. It knows English alone, and only the terms in reference/concern-terms.json. It would rather ask twice
 * than miss one: "he never stopped hitting me" is found, and so is much that is harmless. A term right behind a "not" or a "never" is passed
 * over, but never one of self-harm.
 *
 * Pure, never throws, and takes time in proportion to the length of the words: a few microseconds for a usual comment.
 */
export function look(words: string): Kind | null {
  const said =
    words
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/['’‘`´]/g, '')
      .match(word) ?? []
  let found: Kind | null = null
  let excepted: ReadonlyMap<number, number> | undefined
  for (const [at, first] of said.entries())
    for (const { kind, isNegatable, slots } of terms.get(first) ?? []) {
      if (found !== null && kinds.indexOf(found) <= kinds.indexOf(kind)) continue
      const end = endOf(slots, said, at)
      if (end === null || (isNegatable && negators.has(said[at - 1] ?? ''))) continue
      excepted ??= placesExcepted(said)
      if (!isExcepted(excepted, at, end)) found = kind
    }
  return found
}

/** Where a term that begins at this word ends, as the place after it; null where it does not stand there. */
function endOf(slots: readonly Slot[], said: readonly string[], at: number, from = 0): number | null {
  const slot = slots[from]
  if (slot === undefined) return at
  if (slot !== null) return slot.has(said[at] ?? '') ? endOf(slots, said, at + 1, from + 1) : null
  for (let gap = 0; gap <= widestGap; gap++) {
    const end = endOf(slots, said, at + gap, from + 1)
    if (end !== null) return end
  }
  return null
}

/** Where harmless runs of words begin, and where the longest that begins there ends. */
function placesExcepted(said: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  for (const [at, first] of said.entries())
    for (const { slots } of exceptions.get(first) ?? []) places.set(at, Math.max(places.get(at) ?? 0, endOf(slots, said, at) ?? 0))
  return places
}

/** True where a harmless run shares a word with this one and is not merely a part of it. */
function isExcepted(places: ReadonlyMap<number, number>, at: number, end: number): boolean {
  for (let from = Math.max(0, at - longest); from < end; from++) {
    const to = places.get(from) ?? 0
    if (to > at && !(from >= at && to <= end && to - from < end - at)) return true
  }
  return false
}

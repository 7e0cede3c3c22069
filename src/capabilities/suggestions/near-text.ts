import { numberOf, randomFrom } from './random.ts'
import { tokensOf } from './word-token.ts'

/** Texts that share this much of their pairs of words, or more, are near-identical. */
const alike = 0.7
// 16 bands of 4: two texts that share 0.7 meet in some band with 0.99, two that share 0.3 with 0.12 (and are then compared and parted).
const bands = 16
const rows = 4
// A band that very many share says little; a text is compared with this many of them.
const mostCompared = 40

/**
 * Groups of near-identical texts, as those of a campaign: equal but for capitals, spaces and marks, or sharing 70% of their pairs of neighbouring words.
 * Pairs to compare are found by MinHash (Broder, "On the resemblance and containment of documents", 1997) in bands (Leskovec, Rajaraman &
 * Ullman, "Mining of massive datasets", chapter 3), and then compared for real. A text without a word is alike to none.
 *
 * @returns the ids of each group of two or more: in the order given, and groups by their first
 */
export function groupNearTexts(texts: readonly { id: string; words: string }[]): string[][] {
  const equal = new Map<string, string[]>()
  for (const { id, words } of texts) {
    const said = tokensOf(words.normalize('NFC')).map(({ word }) => word)
    if (said.length === 0) continue
    const key = said.join(' ')
    const same = equal.get(key)
    same ? same.push(id) : equal.set(key, [id])
  }
  const different = [...equal.keys()]
  const shingles = different.map(shinglesOf)
  const leaders = different.map((_, place) => place)
  const leader = (place: number): number => {
    if (leaders[place] !== place) leaders[place] = leader(leaders[place]!)
    return leaders[place]!
  }
  for (const [one, other] of candidates(shingles)) {
    const [first, second] = [leader(one), leader(other)]
    if (first !== second && resemblance(shingles[one]!, shingles[other]!) >= alike)
      leaders[Math.max(first, second)] = Math.min(first, second)
  }
  const groups = Map.groupBy(different.keys(), leader)
  const place = new Map(texts.map(({ id }, at) => [id, at]))
  return [...groups.values()]
    .map((members) => members.flatMap((member) => equal.get(different[member]!)!).sort((one, other) => place.get(one)! - place.get(other)!))
    .filter((ids) => ids.length > 1)
    .sort(([one], [other]) => place.get(one!)! - place.get(other!)!)
}

/** The pairs of neighbouring words, with the edges, as numbers. */
function shinglesOf(said: string): Set<number> {
  const words = ['', ...said.split(' '), '']
  return new Set(words.slice(1).map((word, at) => numberOf(`${words[at]} ${word}`, 0)))
}

/** The share of both that is common to both: Jaccard's index. */
export function resemblance(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let common = 0
  for (const shingle of one) if (other.has(shingle)) common += 1
  return common / (one.size + other.size - common)
}

/** Pairs that share a band of their signatures. */
function* candidates(shingles: readonly ReadonlySet<number>[]): Generator<[number, number]> {
  const random = randomFrom(7)
  const mixers = Array.from({ length: bands * rows }, () => Math.floor(random() * 2 ** 32) | 1)
  const signatures = shingles.map((set) => mixers.map((mixer) => least(set, mixer)))
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>()
    for (const [place, signature] of signatures.entries()) {
      const key = signature.slice(band * rows, (band + 1) * rows).join()
      const bucket = buckets.get(key)
      if (!bucket) {
        buckets.set(key, [place])
        continue
      }
      for (const other of bucket.slice(0, mostCompared)) yield [other, place]
      bucket.push(place)
    }
  }
}

function least(set: ReadonlySet<number>, mixer: number): number {
  let found = 2 ** 32
  for (const shingle of set) {
    let mixed = Math.imul(shingle ^ mixer, 0x9e3779b1)
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixer)
    found = Math.min(found, (mixed ^ (mixed >>> 13)) >>> 0)
  }
  return found
}

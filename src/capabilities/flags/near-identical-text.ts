/**
 * Which of many texts are nearly the same: found by shingles, MinHash and bands, and then held against each other.
 *
 * A. Z. Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences 1997, 21–29, for shingles and
 * MinHash; J. Leskovec, A. Rajaraman, J. D. Ullman, "Mining of Massive Datasets", chapter 3, for bands.
 */

const shingleLength = 5
const bands = 32
const rows = 4
const permutations = bands * rows

/** Fewer words than this are nobody's campaign: many people write "Nothing" by themselves. */
export const fewestWords = 8

/** Two texts are nearly the same from this likeness on. */
export const nearly = 0.8

// Comparing a text with every stranger in its bucket would cost the square of the bucket: with so many, and the next buckets, it is enough.
const mostStrangers = 64

/** The words of a text as they are compared: without capitals, accents joined (NFC), and nothing but letters, digits and apostrophes. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}\p{M}']+/gu) ?? []

/** FNV-1a of a text's UTF-16 code units: 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Every run of five words as a 32-bit number, in the order of the text; a shorter text is one run. */
export function runsOf(words: readonly string[]): number[] {
  const last = Math.max(0, words.length - shingleLength)
  return Array.from({ length: last + 1 }, (_, at) => hashOf(words.slice(at, at + shingleLength).join(' ')))
}

/** The set of runs of a text, sorted and without repeats. */
export const shinglesOf = (words: readonly string[]): Uint32Array => Uint32Array.from(new Set(runsOf(words))).sort()

/** The share of all shingles of two texts that both have: from 0 (nothing alike) to 1 (the same). Both sorted, neither empty. */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  let [at, there, common] = [0, 0, 0]
  while (at < one.length && there < other.length) {
    const [a, b] = [one[at]!, other[there]!]
    if (a === b) common += 1
    if (a <= b) at += 1
    if (b <= a) there += 1
  }
  return common / (one.length + other.length - common)
}

// Fixed, so that a text has the same signature in every process: the steps of a Weyl sequence on the golden ratio.
const seeds = Uint32Array.from({ length: permutations }, (_, at) => Math.imul(at + 1, 0x9e3779b9))

/**
 * A text's MinHash: for each of 128 shufflings of all 32-bit numbers, the least of its shingles. Two texts agree in as large a share of the
 * 128 as their likeness, within 0.13 in 99 of 100 cases (standard error √(s(1−s)/128)).
 */
export function signatureOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(permutations).fill(0xffffffff)
  for (let at = 0; at < permutations; at++) {
    const seed = seeds[at]!
    let least = 0xffffffff
    for (let place = 0; place < shingles.length; place++) {
      // The last step of MurmurHash3: it sends every 32-bit number to another.
      let mixed = shingles[place]! ^ seed
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
      mixed = (mixed ^ (mixed >>> 16)) >>> 0
      if (mixed < least) least = mixed
    }
    signature[at] = least
  }
  return signature
}

/** The share of places where two signatures agree: what their texts' likeness is estimated to be. */
export const estimatedLikeness = (one: Uint32Array, other: Uint32Array) =>
  one.reduce((agree, value, at) => agree + Number(value === other[at]), 0) / one.length

/** What of a text is compared. Texts with equal words have equal keys. */
export interface Fingerprint {
  key: string
  shingles: Uint32Array
  signature: Uint32Array
}

/** Null where the text is too short for its likeness to another to mean anything. */
export function fingerprintOf(text: string): Fingerprint | null {
  const words = wordsOf(text)
  if (words.length < fewestWords) return null
  const shingles = shinglesOf(words)
  return { key: words.join(' '), shingles, signature: signatureOf(shingles) }
}

/**
 * The sets of fingerprints that hang together by pairs whose likeness is at least `nearly`, each as the places of its members; only sets of
 * two and more. Whatever order they are given in, the sets are the same.
 *
 * Every pair that joins two texts has been held against each other, shingle by shingle. Texts with the same words are always found. A pair
 * of likeness 0.8 shares no bucket in 1 of 20 million cases, (1 − 0.8⁴)³²; a text that resembles a set only through one in its middle may
 * stay out. The time grows with the number of texts and their length; `pause` is waited for 32 times on the way, so that others get their turn.
 */
export async function groupNearIdentical(fingerprints: readonly Fingerprint[], pause = async () => {}): Promise<number[][]> {
  const byKey = Map.groupBy(fingerprints.keys(), (at) => fingerprints[at]!.key)
  const kinds = [...byKey.keys()].sort().map((key) => ({ places: byKey.get(key)!, ...fingerprints[byKey.get(key)![0]!]! }))
  const sets = createSets(kinds.length)
  for (let band = 0; band < bands; band++) {
    await pause()
    const buckets = Map.groupBy(kinds.keys(), (at) => kinds[at]!.signature.subarray(band * rows, (band + 1) * rows).join())
    for (const bucket of buckets.values()) if (bucket.length > 1) joinAlike(bucket, sets, (one, other) => likenessOf(kinds, one, other))
  }
  const grouped = Map.groupBy(kinds.keys(), sets.first)
  return [...grouped.values()]
    .map((members) => members.flatMap((at) => kinds[at]!.places).sort((one, other) => one - other))
    .filter((places) => places.length > 1)
}

const likenessOf = (kinds: readonly { shingles: Uint32Array }[], one: number, other: number) =>
  likeness(kinds[one]!.shingles, kinds[other]!.shingles)

function joinAlike(bucket: readonly number[], sets: ReturnType<typeof createSets>, likenessOf: (one: number, other: number) => number) {
  const strangers: number[] = []
  for (const at of bucket) {
    const isKnown = strangers.some((other) => {
      if (sets.first(at) === sets.first(other)) return true
      if (likenessOf(at, other) < nearly) return false
      sets.join(at, other)
      return true
    })
    if (!isKnown && strangers.length < mostStrangers) strangers.push(at)
  }
}

/** Sets that only grow together: each is known by its first member. */
function createSets(count: number) {
  const above = Uint32Array.from({ length: count }, (_, at) => at)
  const first = (at: number): number => {
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  return {
    first,
    join(one: number, other: number) {
      const [low, high] = [first(one), first(other)].sort((a, b) => a - b) as [number, number]
      above[high] = low
    },
  }
}

import { isFunctionWord } from './function-word.ts'
import { tokensOf } from './word-token.ts'

/** A theme that may be missing from the frame. */
export interface ProposedTheme {
  /** Its telling words, as 'Parking, car park'. */
  name: string
  /** The texts it would hold, the most typical first. */
  ids: string[]
  terms: string[]
}

interface Said {
  id: string
  /** Weights of its stems, of length 1 together. */
  weights: Map<string, number>
}

// How much two texts must have in common (cosine), how many texts make a theme, and at most how many themes are worth looking at.
const near = 0.35
const fewest = 5
const smallestShare = 0.005
const mostThemes = 12
const mostTerms = 4
// A stem that this share of all texts has, and this many, parts nothing from nothing and would make everything near to everything.
const commonShare = 0.2
const common = 20

/**
 * Themes proposed for texts that fit none: dense groups of texts that share telling words, each named by the words that are much likelier inside
 * it than outside. The text with most neighbours makes the first group, and so on among those left (leader clustering in the order of
 * density, as in Ester, Kriegel, Sander & Xu 1996 without the chaining). Equal texts count once, so that a campaign is not a theme by itself.
 *
 * @returns the largest first; none where fewer than five different texts belong together
 */
export function proposeThemes(texts: readonly { id: string; words: string }[]): ProposedTheme[] {
  const equal = new Map<string, string[]>()
  const forms = new Map<string, Map<string, number>>()
  const stems = new Map<string, Map<string, number>>()
  for (const { id, words } of texts) {
    const tokens = tokensOf(words.normalize('NFC')).filter(({ word }) => !isFunctionWord(word) && word.length > 1)
    const key = tokens.map(({ word }) => word).join(' ')
    if (key === '') continue
    const same = equal.get(key)
    if (same) {
      same.push(id)
      continue
    }
    equal.set(key, [id])
    const counts = new Map<string, number>()
    for (const { stem, word } of tokens) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
      const known = forms.get(stem) ?? new Map<string, number>()
      forms.set(stem, known.set(word, (known.get(word) ?? 0) + 1))
    }
    stems.set(key, counts)
  }
  const said = weigh([...stems].map(([key, counts]) => ({ id: key, counts })))
  const groups = dense(neighboursOf(said), Math.max(fewest, Math.ceil(said.length * smallestShare)))
  return groups.flatMap((members) => {
    const terms = tellingStems(said, members).map((stem) => mostUsed(forms.get(stem)!))
    const ids = members.flatMap((member) => equal.get(said[member]!.id)!)
    return terms.length === 0 ? [] : [{ name: nameOf(terms), ids, terms }]
  })
}

/** Weights by how often a stem is said and how rare it is; stems that one text alone has, or very many, are left out. */
function weigh(texts: readonly { id: string; counts: Map<string, number> }[]): Said[] {
  const inTexts = new Map<string, number>()
  for (const { counts } of texts) for (const stem of counts.keys()) inTexts.set(stem, (inTexts.get(stem) ?? 0) + 1)
  const most = Math.max(common, texts.length * commonShare)
  return texts.map(({ id, counts }) => {
    const weights = new Map<string, number>()
    for (const [stem, count] of counts) {
      const holders = inTexts.get(stem)!
      if (holders > 1 && holders <= most) weights.set(stem, (1 + Math.log(count)) * Math.log((1 + texts.length) / holders))
    }
    const length = Math.hypot(...weights.values()) || 1
    return { id, weights: new Map([...weights].map(([stem, weight]) => [stem, weight / length])) }
  })
}

/** For each text, those that are near to it, itself among them. */
function neighboursOf(said: readonly Said[]): number[][] {
  const holders = new Map<string, { place: number; weight: number }[]>()
  for (const [place, { weights }] of said.entries())
    for (const [stem, weight] of weights) {
      const known = holders.get(stem)
      known ? known.push({ place, weight }) : holders.set(stem, [{ place, weight }])
    }
  return said.map(({ weights }) => {
    const likeness = new Map<number, number>()
    for (const [stem, weight] of weights)
      for (const other of holders.get(stem)!) likeness.set(other.place, (likeness.get(other.place) ?? 0) + weight * other.weight)
    return [...likeness]
      .filter(([, like]) => like >= near)
      .sort(([one, more], [other, less]) => less - more || one - other)
      .map(([place]) => place)
  })
}

/** Groups of at least `least`, each around the text that has most neighbours left. */
function dense(neighbours: readonly number[][], least: number): number[][] {
  const groups: number[][] = []
  const taken = new Set<number>()
  while (groups.length < mostThemes) {
    let best: number[] = []
    for (const [place, near] of neighbours.entries()) {
      if (taken.has(place) || near.length <= best.length) continue
      const left = near.filter((other) => !taken.has(other))
      if (left.length > best.length) best = left
    }
    if (best.length < least) break
    for (const member of best) taken.add(member)
    groups.push(best)
  }
  return groups
}

/** The stems that most of these texts have beyond what the others would lead one to expect. */
function tellingStems(said: readonly Said[], members: readonly number[]): string[] {
  const inside = new Set(members)
  const counts = new Map<string, { inside: number; all: number }>()
  for (const [place, { weights }] of said.entries())
    for (const stem of weights.keys()) {
      const known = counts.get(stem) ?? { inside: 0, all: 0 }
      counts.set(stem, { inside: known.inside + Number(inside.has(place)), all: known.all + 1 })
    }
  return [...counts]
    .map(([stem, { inside: here, all }]) => {
      const expected = (all * members.length) / said.length
      return { stem, here, telling: here * Math.log(here / expected) }
    })
    .filter(({ here, telling }) => here >= members.length / 5 && telling > 0)
    .sort((one, other) => other.telling - one.telling || (one.stem < other.stem ? -1 : 1))
    .slice(0, mostTerms)
    .map(({ stem }) => stem)
}

const mostUsed = (forms: ReadonlyMap<string, number>) => [...forms].reduce((best, one) => (one[1] > best[1] ? one : best))[0]

function nameOf(terms: readonly string[]): string {
  const [first = '', ...rest] = terms.slice(0, 3)
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')
}

import type { Block, FeatureText } from './feature.ts'
import { type SparseRows, sparseRows } from './sparse-matrix.ts'

/** The features learned from some texts: the column of each, and how rare it was. Columns of blocks follow each other; the last column is always 1. */
export interface Vocabulary {
  blocks: readonly Block[]
  columns: readonly ReadonlyMap<string, number>[]
  rarities: Float32Array
}

/**
 * Learn the features of texts; `people` says who wrote each. A feature's rarity is log((1 + texts) ÷ (1 + texts with it)) + 1 (smoothed
 * inverse document frequency).
 */
export function learnVocabulary(blocks: readonly Block[], texts: readonly FeatureText[], people: readonly string[]): Vocabulary {
  const rarities: number[] = []
  const columns = blocks.map((block) => {
    const seen = new Map<string, { times: number; first: string; isShared: boolean }>()
    for (const [at, text] of texts.entries())
      for (const name of new Set(block.features(text).map((one) => one.name))) {
        const before = seen.get(name)
        if (!before) seen.set(name, { times: 1, first: people[at]!, isShared: false })
        else {
          before.times += 1
          before.isShared ||= before.first !== people[at]
        }
      }
    const known = new Map<string, number>()
    for (const [name, { times, isShared }] of seen) {
      if (block.atLeast > 1 && !isShared) continue
      known.set(name, rarities.length)
      rarities.push(Math.log((1 + texts.length) / (1 + times)) + 1)
    }
    return known
  })
  return { blocks, columns, rarities: Float32Array.from(rarities) }
}

/** One feature of a text that the vocabulary knows: its column, its share of the column's value, and the tokens it was seen in. */
export interface Sighting {
  column: number
  value: number
  token: number
  width: number
}

/** Everything known that is seen in a text. The values of one column's sightings add up to its cell: (1 + log times) × rarity, each block brought to its weight. */
export function sightingsOf({ blocks, columns, rarities }: Vocabulary, text: FeatureText): Sighting[] {
  return blocks.flatMap((block, place) => {
    const known = columns[place]!
    const times = new Map<number, number>()
    const seen: Sighting[] = []
    for (const { name, token, width } of block.features(text)) {
      const column = known.get(name)
      if (column === undefined) continue
      times.set(column, (times.get(column) ?? 0) + 1)
      seen.push({ column, value: 0, token, width })
    }
    let square = 0
    for (const [column, count] of times) square += ((1 + Math.log(count)) * rarities[column]!) ** 2
    const scale = block.weight / Math.sqrt(square)
    for (const one of seen) {
      const count = times.get(one.column)!
      one.value = ((1 + Math.log(count)) * rarities[one.column]! * scale) / count
    }
    return seen
  })
}

/** Texts as rows of numbers, one column for each feature known and a last one that is always 1. */
export function rowsOf(vocabulary: Vocabulary, texts: readonly FeatureText[]): SparseRows {
  const last = vocabulary.rarities.length
  const rows = texts.map((text) => {
    const cells = new Map<number, number>()
    for (const { column, value } of sightingsOf(vocabulary, text)) cells.set(column, (cells.get(column) ?? 0) + value)
    cells.set(last, 1)
    return { columns: [...cells.keys()], values: [...cells.values()] }
  })
  return sparseRows(rows, last + 1)
}

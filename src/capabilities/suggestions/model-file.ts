import { Refused } from '#platform/errors.ts'
import { richBlocks } from './feature.ts'
import type { Learned } from './trained-model.ts'

const format = 'goldthread suggestions 1'

/**
 * A model as bytes: the length of a header in four bytes (little-endian), the header in JSON (UTF-8), then the numbers as 32-bit floats
 * (little-endian): rarities, thresholds, weights.
 */
export function toBytes({ themes, sentiments, vocabulary, weights, thresholds, examples }: Learned): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      format,
      themes,
      sentiments,
      examples,
      blocks: vocabulary.blocks.map(({ name }) => name),
      features: vocabulary.columns.map((known) => [...known.keys()]),
    }),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  // A copy, whose memory holds nothing else: it may be handed to another thread.
  return new Uint8Array(Buffer.concat([length, header, ...[vocabulary.rarities, thresholds, weights].map(asBytes)]))
}

/** The model that `toBytes` wrote. Refuses, in words, bytes that are cut short, damaged or of another version. */
export function fromBytes(bytes: Uint8Array): Learned {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = all.length < 4 ? 0 : 4 + all.readUInt32LE(0)
  if (end < 6 || end > all.length) throw new Refused('This is not a model of suggestions, or it was cut short.')
  const header = readHeader(all.subarray(4, end))
  const width = header.themes.length + header.sentiments.length
  const count = header.features.reduce((sum, names) => sum + names.length, 0)
  const sizes = [count, header.themes.length, (count + 1) * width]
  if (all.length !== end + 4 * sizes.reduce((sum, size) => sum + size, 0)) throw new Refused('The model was cut short: it lacks numbers.')
  const from = sizes.map((_, place) => end + 4 * sizes.slice(0, place).reduce((sum, size) => sum + size, 0))
  const [rarities, thresholds, weights] = sizes.map((size, place) => asFloats(all, from[place]!, size)) as Floats
  let column = 0
  const columns = header.features.map((names) => new Map(names.map((name) => [name, column++])))
  const { themes, sentiments, examples } = header
  return { themes, sentiments, examples, vocabulary: { blocks: richBlocks, columns, rarities }, weights, thresholds }
}

type Floats = [Float32Array, Float32Array, Float32Array]

interface Header {
  themes: string[]
  sentiments: number[]
  examples: number
  features: string[][]
}

function readHeader(bytes: Buffer): Header {
  let header: Header & { format: string; blocks: string[] }
  try {
    header = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Refused('This is not a model of suggestions, or it is damaged.')
  }
  const names = richBlocks.map(({ name }) => name).join()
  if (header?.format !== format || header.blocks?.join() !== names)
    throw new Refused('The model was made by another version of Goldthread: train it again.')
  return header
}

function asBytes(numbers: Float32Array): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, at) => {
    bytes.writeFloatLE(number, at * 4)
  })
  return bytes
}

const asFloats = (bytes: Buffer, from: number, size: number) =>
  Float32Array.from({ length: size }, (_, at) => bytes.readFloatLE(from + at * 4))

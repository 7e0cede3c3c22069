import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { Refused } from '#platform/errors.ts'
import type { ReturnedFile, ReturnedLine } from './returned-line.ts'

const largest = 100 * 1024 * 1024
const wanted = /(?:^|\/)question_part_(\d{1,4})\/(themes\.json|mapping\.jsonl|sentiment\.jsonl|detail_detection\.jsonl)$/

// i.AI's files go by two sets of names: those of its schemas, and those its own examples still have.
const theme = z
  .object({ theme_key: z.string(), topic_id: z.string(), label: z.string(), theme_name: z.string(), topic_label: z.string() })
  .partial()
const line = z
  .object({
    themefinder_id: z.int(),
    response_id: z.int(),
    theme_keys: z.array(z.string()),
    labels: z.array(z.string()),
    sentiment: z.string(),
    position: z.string(),
    evidence_rich: z.enum(['YES', 'NO']),
  })
  .partial()

// Whether someone agrees with what was asked, on our scale of how a comment feels.
const values: Readonly<Record<string, number>> = { AGREEMENT: 2, AGREE: 2, UNCLEAR: 3, DISAGREEMENT: 4, DISAGREE: 4 }

/**
 * What i.AI Consult makes of each question: its themes, which comment speaks of which, and where each stands. `questions` are the keys that the parts
 * stand for, the first being part 1. Throws Refused where it is no such zip.
 */
export function readReturnedZip(bytes: Uint8Array, questions: readonly string[]): ReturnedFile {
  const files = unzipped(bytes)
  const lines: ReturnedLine[] = []
  const mistakes: string[] = []
  for (const [path, content] of Object.entries(files).sort()) {
    const [, part = '', name = ''] = wanted.exec(path) ?? []
    const question = questions[Number(part) - 1]
    const where = `question_part_${part}/${name}`
    if (question === undefined) mistakes.push(`${where}: there is no question ${part} in this package`)
    else if (name !== 'themes.json') {
      const names = themesIn(files[path.replace(/[^/]+$/, 'themes.json')])
      if (name === 'mapping.jsonl' && !names) mistakes.push(`${where}: there is no themes.json beside it that can be read`)
      for (const [at, text] of strFromU8(content).split('\n').entries()) {
        if (text.trim() === '') continue
        const read = linesOf(`${where}, line ${at + 1}`, name, text, question, names ?? new Map())
        if (typeof read === 'string') mistakes.push(`${where}, line ${at + 1}: ${read}`)
        else lines.push(...read)
      }
    }
  }
  return { lines, mistakes }
}

function unzipped(bytes: Uint8Array) {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false
        size += originalSize
        if (size > largest) throw new Refused('The files in the zip are larger than 100 MB together')
        return true
      },
    })
    if (Object.keys(files).length === 0)
      throw new Refused('There is no question_part_1/mapping.jsonl in the zip, nor any other file of i.AI')
    return files
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('The zip cannot be opened: it is damaged')
  }
}

function themesIn(content: Uint8Array | undefined): Map<string, string> | null {
  const read = z.array(theme).safeParse(jsonOf(content ? strFromU8(content) : ''))
  if (!read.success) return null
  return new Map(
    read.data.flatMap(({ theme_key, topic_id, label, theme_name, topic_label }) => {
      const [key, name] = [theme_key ?? label ?? topic_id, (theme_name ?? topic_label)?.normalize('NFC').trim()]
      return key !== undefined && name ? [[key, name] as const] : []
    }),
  )
}

function linesOf(where: string, name: string, text: string, question: string, names: ReadonlyMap<string, string>): ReturnedLine[] | string {
  const read = line.safeParse(jsonOf(text))
  const number = read.data?.themefinder_id ?? read.data?.response_id
  if (!read.success || number === undefined) return 'it is no line of JSON with an id'
  const base = { where, number, question, theme: null, span: null, sentiment: null, isCoding: false }
  const { theme_keys, labels, sentiment, position, evidence_rich } = read.data
  if (name === 'detail_detection.jsonl') return evidence_rich === undefined ? 'evidence_rich must be YES or NO' : [base]
  if (name === 'sentiment.jsonl') {
    const value = values[sentiment ?? position ?? '']
    return value === undefined ? 'sentiment must be AGREEMENT, DISAGREEMENT or UNCLEAR' : [{ ...base, sentiment: value }]
  }
  const keys = theme_keys ?? labels
  if (!keys) return 'it has no theme_keys'
  const unknown = keys.find((key) => !names.has(key))
  if (unknown !== undefined) return `themes.json has no theme “${unknown}”`
  if (keys.length === 0) return [{ ...base, isCoding: true }]
  return keys.map((key) => ({ ...base, theme: names.get(key)!, isCoding: true }))
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

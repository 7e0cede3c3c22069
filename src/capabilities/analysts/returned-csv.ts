import { createReader, delimiterOf, type FileRow, textOf } from '#capabilities/contributions'
import { Refused } from '#platform/errors.ts'
import type { ReturnedFile, ReturnedLine } from './returned-line.ts'

const needed = ['response', 'theme'] as const
const known = [...needed, 'question', 'start', 'end', 'sentiment'] as const
type Column = (typeof known)[number]

/** Codings in delimited text, a row for each theme of a comment. Throws Refused where it has no header that we know. */
export async function readReturnedCsv(bytes: Uint8Array): Promise<ReturnedFile> {
  let text = ''
  for await (const part of textOf(only(bytes), { strayLines: 0 })) text += part
  const reader = createReader(delimiterOf(text))
  const [header, ...rows]: FileRow[] = [...reader.read(text), ...reader.end()]
  const names = header && 'cells' in header ? header.cells.map((cell) => cell.trim().toLowerCase()) : []
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0) throw new Refused(`The file has no column ${missing.map((name) => `“${name}”`).join(' and no column ')}`)
  const place = new Map(known.map((name) => [name, names.indexOf(name)]))
  const lines: ReturnedLine[] = []
  const mistakes: string[] = []
  for (const row of rows) {
    if ('reason' in row) {
      mistakes.push(`Row ${row.row}: ${row.reason}`)
      continue
    }
    const line = lineOf(row.row, (name) => row.cells[place.get(name) ?? -1]?.trim() ?? '')
    if (typeof line === 'string') mistakes.push(`Row ${row.row}: ${line}`)
    else lines.push(line)
  }
  return { lines, mistakes }
}

function lineOf(row: number, cell: (name: Column) => string): ReturnedLine | string {
  const [number, start, end, sentiment] = (['response', 'start', 'end', 'sentiment'] as const).map((name) => wholeIn(cell(name)))
  if (number === undefined || number === null) return 'response must be a number'
  if (start === null || end === null || (start === undefined) !== (end === undefined)) return 'start and end must both be whole numbers'
  if (sentiment === null) return 'sentiment must be a whole number from 1 to 5'
  const theme = cell('theme').normalize('NFC')
  const span = start === undefined || end === undefined ? null : { start, end }
  const base = { where: `Row ${row}`, number, question: cell('question'), span, sentiment: sentiment ?? null }
  return { ...base, theme: theme === '' ? null : theme, isCoding: true }
}

/** Undefined for an empty cell, null for what is no whole number. */
const wholeIn = (cell: string) => (cell === '' ? undefined : /^\d{1,9}$/.test(cell) ? Number(cell) : null)

async function* only(bytes: Uint8Array) {
  yield bytes
}

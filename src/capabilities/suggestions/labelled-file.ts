import { createReader, delimiterOf, textOf } from '#capabilities/contributions'
import { Refused } from '#platform/errors.ts'

/** A file of comments as it is written: one header, and a row for each comment. */
export interface Table {
  header: readonly string[]
  /** Each with its number as a spreadsheet shows it: the header is row 1. */
  rows: { row: number; cells: readonly string[] }[]
  /** Rows that could not be read, and why. */
  unread: { row: number; reason: string }[]
}

/** A cell or a name as it is compared: NFC, one kind of space, none at its ends. */
const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Read a delimited file: UTF-8 with or without a byte-order mark, UTF-16 or Windows-1252; commas, semicolons or tabs. */
export async function readTable(bytes: AsyncIterable<Uint8Array | string>): Promise<Table> {
  let text = ''
  for await (const part of textOf(bytes, { strayLines: 0 })) text += part
  const reader = createReader(delimiterOf(text))
  const [head, ...rest] = [...reader.read(text), ...reader.end()]
  if (!head) throw new Refused('The file is empty: it needs a header, and a row for each comment.')
  if ('reason' in head) throw new Refused(`The header cannot be read. ${head.reason}.`)
  const table: Table = { header: head.cells.map((cell) => tidy(cell.replace(/^\ufeff/, ''))), rows: [], unread: [] }
  for (const row of rest) {
    if ('reason' in row) table.unread.push(row)
    else if (row.cells.length === table.header.length) table.rows.push(row)
    else table.unread.push({ row: row.row, reason: `It has ${row.cells.length} cells and the header ${table.header.length}` })
  }
  return table
}

const roles = ['text', 'question', 'respondent', 'sentiment', 'id', 'score', 'service'] as const
type Role = (typeof roles)[number]

/** The columns that a person named, by what they hold. */
export type Named = Partial<Record<Role, string>>

// The names such files give them; the first that is there.
const usual: Record<Role, readonly string[]> = {
  text: ['fft answer', 'text', 'feedback', 'comment', 'comments', 'comment text', 'words', 'free text', 'answer', 'response'],
  question: ['fft question', 'question', 'question text'],
  respondent: ['respondent id', 'respondent'],
  sentiment: ['comment sentiment', 'sentiment'],
  id: ['comment id', 'id', 'row_index'],
  score: ['fft categorical answer', 'score'],
  service: ['service type 1', 'service'],
}

/** Where a file holds what; −1 for what it does not hold. */
export interface Columns extends Record<Role, number> {
  labels: { at: number; theme: string }[]
}

const isMark = (cell: string) => cell === '' || cell === '0' || cell === '1'

/**
 * Find the columns. Labels are those whose cells are all 0, 1 or blank, with a 1 among them, that hold nothing else known.
 *
 * @param known themes that are labels in another file: here they need no 1
 */
export function findColumns({ header, rows }: Table, named: Named, known: ReadonlySet<string> = new Set()): Columns {
  const names = header.map((name) => name.toLowerCase())
  const columns = Object.fromEntries(roles.map((role) => [role, findColumn(role)])) as Record<Role, number>
  if (columns.text === -1) throw new Refused(`Say which column holds the words, with --text. The columns are: ${header.join(', ')}.`)
  const taken = new Set(Object.values(columns))
  const labels = header.flatMap((theme, at) => {
    const cells = rows.map((row) => tidy(row.cells[at]!))
    const isLabel =
      theme !== '' && !taken.has(at) && !isAboutPerson(theme) && cells.every(isMark) && (known.has(theme) || cells.includes('1'))
    return isLabel ? [{ at, theme }] : []
  })
  return { ...columns, labels }

  function findColumn(role: Role): number {
    const asked = named[role]
    if (asked === undefined) return usual[role].map((name) => names.indexOf(name)).find((at) => at !== -1) ?? -1
    const at = names.indexOf(tidy(asked).toLowerCase())
    if (at === -1) throw new Refused(`There is no column called “${asked}”. The columns are: ${header.join(', ')}.`)
    return at
  }
}

// A mark for the person who reads, not a theme: “Person identifiable info?”.
const isAboutPerson = (name: string) => /identif/i.test(name)

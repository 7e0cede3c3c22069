import type { FileRow } from '#capabilities/contributions'
import { longest, longestName, type Meaning } from './frame.ts'
import { type Column, type ColumnMeaning, columnsOf, isHeader } from './frame-column.ts'

/** A theme as one row of a file has it. */
export interface FiledTheme extends Meaning {
  row: number
  /** The places from the top, where the file numbers them: '2.1'. */
  number: string
  name: string
  /** The theme above it by name, where the file says so. */
  parent: string
  /** True where the row says it by a pair of columns, theme and sub-theme. */
  isSub: boolean
}

export interface FiledThemes {
  columns: Column[]
  themes: FiledTheme[]
  rejected: { row: number; reason: string }[]
  read: number
}

// A workbook may say something about itself above its header.
const deepestHeader = 10

/** The themes of a file, row by row, before they are put into a tree. Null where no row is a header with themes. */
export function filedThemes(rows: readonly FileRow[]): FiledThemes | null {
  const at = rows.slice(0, deepestHeader).findIndex((row) => 'cells' in row && isHeader(columnsOf(row.cells)))
  const header = rows[at]
  if (!header || !('cells' in header)) return null
  const columns = columnsOf(header.cells)
  const filed: FiledThemes = { columns: columns.filter((column) => column.header.trim() !== ''), themes: [], rejected: [], read: 0 }
  let above = ''
  for (const row of rows.slice(at + 1)) {
    if ('cells' in row && row.cells.every((cell) => cell.trim() === '')) continue
    filed.read += 1
    if ('reason' in row) {
      filed.rejected.push(row)
      continue
    }
    const cell = cellsOf(row.cells, columns)
    const theme = filedTheme(row.row, cell, above)
    above = oneLine(cell('theme')) || above
    const reason = whyNot(theme)
    if (reason !== null) filed.rejected.push({ row: row.row, reason })
    else filed.themes.push(theme)
  }
  return filed
}

const cellsOf = (cells: readonly string[], columns: readonly Column[]) => (meaning: ColumnMeaning) => {
  const at = columns.findIndex(({ as }) => as === meaning)
  return at === -1 ? '' : tidy(cells[at] ?? '')
}

const tidy = (text: string) => unguarded(text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim()).trim()

/** Below a theme, its cell is often left empty or joined with the one above. */
function filedTheme(row: number, cell: (meaning: ColumnMeaning) => string, above: string): FiledTheme {
  const [theme, sub] = [oneLine(cell('theme')), oneLine(cell('sub-theme'))]
  return {
    row,
    number: cell('number').replace(/\.$/, ''),
    name: sub || theme,
    parent: sub ? theme || above : oneLine(cell('parent')),
    isSub: sub !== '',
    definition: cell('definition'),
    includes: cell('includes'),
    excludes: cell('excludes'),
    examples: cell('examples'),
  }
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')

function whyNot({ name, definition, includes, excludes, examples }: FiledTheme): string | null {
  if (name === '') return 'It has no name'
  if (name.length > longestName) return `Its name is longer than ${longestName} characters`
  if ([definition, includes, excludes, examples].some((text) => text.length > longest))
    return `One of its cells is longer than ${longest.toLocaleString('en-GB')} characters`
  return null
}

const guard = /^'*\s*[=+\-@\t\r]/

/** A cell that a spreadsheet would reckon with, and one that looks as if it was kept from it, gets an apostrophe: so it can be taken off again. */
export const guarded = (text: string) => (guard.test(text) ? `'${text}` : text)
const unguarded = (text: string) => (text.startsWith("'") && guard.test(text) ? text.slice(1) : text)

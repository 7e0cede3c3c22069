import ExcelJS from 'exceljs'
import { guarded } from './filed-theme.ts'
import { type DefinedTheme, type ThemeBranch, themeTree } from './frame.ts'

const header = ['Number', 'Theme', 'Parent', 'Definition', 'Includes', 'Excludes', 'Examples'] as const

/** A frame as a table, each theme below the one it stands under. The numbers say what stands under what; the parent's name is for people. */
export function frameTable(themes: readonly DefinedTheme[]): string[][] {
  const rowsOf = (branches: readonly ThemeBranch<DefinedTheme>[], above: string, parent: string): string[][] =>
    branches.flatMap(({ themes: below, ...theme }, at) => {
      const number = `${above}${at + 1}`
      const { name, definition, includes, excludes, examples } = theme
      return [[number, name, parent, definition, includes, excludes, examples].map(cellOf), ...rowsOf(below, `${number}.`, name)]
    })
  return [[...header], ...rowsOf(themeTree(themes), '', '')]
}

// What XML cannot hold is in no word.
const cellOf = (text: string) => guarded(text.toWellFormed().replaceAll(/[[\p{Cc}--[\t\n]]\ufffe\uffff]/gv, ''))

/** RFC 4180, with the mark at its start that tells a spreadsheet it is UTF-8. */
export const frameCsv = (themes: readonly DefinedTheme[]) => `\uFEFF${frameTable(themes).map(lineOf).join('')}`

const lineOf = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const widths = [10, 30, 30, 60, 40, 40, 60]

export async function frameWorkbook(themes: readonly DefinedTheme[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Themes', { views: [{ state: 'frozen', ySplit: 1 }] })
  for (const cells of frameTable(themes)) sheet.addRow(cells)
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width
  sheet.getRow(1).font = { bold: true }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

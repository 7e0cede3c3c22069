import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { harmless } from '#capabilities/contributions'
import { columnMeanings, type Sheet, type SheetRow } from './result-sheet.ts'

interface Format {
  label: string
  ending: string
  type: string
  write(sheet: Sheet): Promise<string | Uint8Array>
}

const columns = Object.keys(columnMeanings) as (keyof SheetRow)[]
const meanings = ['name', 'value', 'meaning'] as const

type Cell = string | number | null

/** A cell that a spreadsheet would reckon with begins with an apostrophe; a number is a number. */
const safe = (cell: Cell) => (typeof cell === 'string' ? harmless(cell) : cell)
const quoted = (cell: Cell) => (/[",\r\n]/.test(String(cell ?? '')) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell ?? ''))
// The mark at its start tells a spreadsheet that the file is UTF-8.
const csv = (lines: readonly (readonly Cell[])[]) =>
  `\uFEFF${lines.map((line) => `${line.map((cell) => quoted(safe(cell))).join(',')}\r\n`).join('')}`

const figures = ({ rows }: Sheet): Cell[][] => [columns, ...rows.map((row) => columns.map((column) => row[column]))]
const dictionary = (sheet: Sheet): Cell[][] => [[...meanings], ...sheet.dictionary.map((line) => meanings.map((part) => line[part]))]

/** What figures can be taken out as. */
export const sheetFormats: Readonly<Record<string, Format>> = {
  csv: {
    label: 'Figures as CSV, for any spreadsheet or program',
    ending: 'csv',
    type: 'text/csv; charset=utf-8',
    write: async (sheet) => csv(figures(sheet)),
  },
  dictionary: {
    label: 'Data dictionary as CSV: what every column and value means',
    ending: 'dictionary.csv',
    type: 'text/csv; charset=utf-8',
    write: async (sheet) => csv(dictionary(sheet)),
  },
  xlsx: {
    label: 'Excel workbook: figures and data dictionary',
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbook,
  },
  json: {
    label: 'JSON, for programs',
    ending: 'json',
    type: 'application/json',
    write: async ({ title, rows, dictionary: meant }) =>
      `${JSON.stringify({ goldthread: 'results', format: 1, title, dictionary: meant, figures: rows })}\n`,
  },
  spss: {
    label: 'SPSS: a zip of figures, labels and data dictionary',
    ending: 'zip',
    type: 'application/zip',
    write: async (sheet) =>
      zipSync({
        'figures.csv': strToU8(csv(figures(sheet)).replace('\uFEFF', '')),
        'figures.sps': strToU8(`\uFEFF${syntax(sheet)}`),
        'dictionary.csv': strToU8(csv(dictionary(sheet))),
      }),
  },
}

const longestCell = 32_767
// What XML cannot hold.
const inXml = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[[\p{Cc}--[\t\n\r]]\ufffe\uffff]/gv, '')
    .slice(0, longestCell)

async function workbook(sheet: Sheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const add = (name: string, lines: readonly (readonly Cell[])[]) =>
    book.addWorksheet(name).addRows(lines.map((line) => line.map((cell) => (typeof cell === 'string' ? inXml(harmless(cell)) : cell))))
  add('Figures', figures(sheet))
  add('Data dictionary', dictionary(sheet))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const numbers: Partial<Record<keyof SheetRow, string>> = {
  count: 'F12.0',
  base: 'F12.0',
  share: 'F8.4',
  weighted_share: 'F8.4',
  small: 'F1.0',
}
// What SPSS takes for its own.
const variable = (column: keyof SheetRow) => (column === 'table' ? 'table_' : column)
const said = (text: string) => `'${[...text.replaceAll(/\s+/g, ' ')].slice(0, 200).join('').replaceAll("'", "''")}'`

function syntax({ title }: Sheet): string {
  return [
    `* ${title.replaceAll(/[\r\n.]+/g, ' ')}.`,
    '* Open this file where figures.csv is, and run it.',
    'SET UNICODE=YES.',
    "GET DATA /TYPE=TXT /FILE='figures.csv' /ENCODING='UTF8' /DELCASE=LINE /DELIMITERS=',' /QUALIFIER='\"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2",
    '  /VARIABLES=',
    ...columns.map((column) => `    ${variable(column)} ${numbers[column] ?? 'A2000'}`),
    '  .',
    'VARIABLE LABELS',
    ...columns.map((column) => `  ${variable(column)} ${said(columnMeanings[column])}`),
    '  .',
    "VALUE LABELS small 0 'not a small number' 1 'from 1 to 4: do not publish'.",
    'EXECUTE.',
    '',
  ].join('\r\n')
}

import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { harmless } from '#capabilities/contributions'
import type { PublishedTables } from './fixed-table.ts'
import { documentOf, fingerprintOf, type PublishedAbout } from './published-document.ts'
import { type Measure, measures, type Sheet, sheetsOf } from './published-sheet.ts'

interface Format {
  label: string
  about: string
  type: string
  make: (about: PublishedAbout, tables: PublishedTables) => Promise<string | Uint8Array>
}

/** What everyone can take the published tables as, by the name of the file. All of it is made of what was published; nothing is counted anew. */
export const publishedFiles: Readonly<Record<string, Format>> = {
  'results.csv.zip': {
    label: 'CSV',
    about: 'A zip: a file for each table, all tables in one file, and what each column means',
    type: 'application/zip',
    make: async (about, tables) => csvZip(about, tables),
  },
  'results.xlsx': {
    label: 'Excel',
    about: 'A workbook: a sheet for each table, and what each column means',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: workbook,
  },
  'results.json': {
    label: 'JSON',
    about: 'For other programs: everything that was published, with its fingerprint',
    type: 'application/json; charset=utf-8',
    make: async (about, tables) => documentOf(about, tables),
  },
  'results.spss.zip': {
    label: 'SPSS',
    about: 'A zip of numbers and codes, with a file that reads them with all their labels. R and PSPP read it too',
    type: 'application/zip',
    make: async (about, tables) => spssZip(about, tables),
  },
}

/** What each column of the files is. */
const dictionary: readonly (readonly [column: string, meaning: string])[] = [
  ['table', 'The name of the table; its title is beside it.'],
  ['row', 'An answer, a theme or a group, as it was worded when it was published.'],
  ['column', 'The group of people that the number is of; “Everyone” for all who responded.'],
  [
    'measure',
    `What is counted. ${Object.entries(measures)
      .map(([name, meaning]) => `${name}: ${meaning}`)
      .join('. ')}.`,
  ],
  ['value', 'The number. Empty where it is hidden so that nobody can be picked out; a hidden number is not nought.'],
]

const notes = (about: PublishedAbout, tables: PublishedTables) => [
  `What we heard: ${about.title}`,
  `${about.commissioner}. Answers until ${about.closedOn}. Published ${about.publishedOn}. ${about.address}`,
  'These are the people and groups who chose to answer. This is not a vote and not a sample.',
  'A number from 1 to 4 is hidden or counted together with others, and so is what it could be worked out from.',
  ...(tables.licence ? [`Licence: ${tables.licence}`] : []),
  `Fingerprint (SHA-256 of the published tables): ${fingerprintOf(tables)}`,
  ...about.corrections.map(({ on, note }) => `Correction, ${on}: ${note}`),
]

// The mark at its start tells a spreadsheet that the file is UTF-8.
const csv = (lines: readonly (readonly (string | number | null)[])[]) =>
  strToU8(`\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`)
const quoted = (cell: string | number | null) => {
  const text = cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const heads = ['table', 'title', 'row', 'column', 'measure', 'value'] as const
const linesOf = ({ name, title, figures }: Sheet) =>
  figures.map(({ row, column, measure, value }) => [name, title, row, column, measure, value])

function csvZip(about: PublishedAbout, tables: PublishedTables): Uint8Array {
  const sheets = sheetsOf(tables)
  return zipSync({
    'all-tables.csv': csv([heads, ...sheets.flatMap(linesOf)]),
    ...Object.fromEntries(sheets.map((sheet) => [`tables/${sheet.name}.csv`, csv([heads, ...linesOf(sheet)])])),
    'dictionary.csv': csv([['column', 'meaning'], ...dictionary]),
    'tables.csv': csv([['table', 'title', 'about'], ...sheets.map(({ name, title, about: said }) => [name, title, said])]),
    'README.txt': strToU8(`${notes(about, tables).join('\r\n')}\r\n`),
  })
}

async function workbook(about: PublishedAbout, tables: PublishedTables): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheets = sheetsOf(tables)
  const contents = book.addWorksheet('About')
  for (const note of notes(about, tables)) contents.addRow([writable(note)])
  contents.addRow([])
  for (const { name, title } of sheets) contents.addRow([name, writable(title)])
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheet.name.slice(0, 31))
    page.addRow([writable(sheet.title)])
    page.addRow([writable(sheet.about)])
    page.addRow(heads.slice(2))
    for (const line of linesOf(sheet)) page.addRow(line.slice(2).map((cell) => (typeof cell === 'string' ? writable(cell) : cell)))
  }
  const meanings = book.addWorksheet('Dictionary')
  for (const [column, meaning] of dictionary) meanings.addRow([column, meaning])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** No longer than a cell holds, without what XML cannot, and nothing that a spreadsheet would reckon with. */
const writable = (text: string) =>
  harmless(
    text
      .toWellFormed()
      .replaceAll(/[[\p{Cc}--[\t\n\r]]\ufffe\uffff]/gv, '')
      .slice(0, 32_767),
  )

function spssZip(about: PublishedAbout, tables: PublishedTables): Uint8Array {
  const sheets = sheetsOf(tables)
  const figures = sheets.flatMap((sheet) => sheet.figures.map((figure) => ({ ...figure, table: `${sheet.name}: ${sheet.title}` })))
  const codesOf = (labels: readonly string[]) => new Map([...new Set(labels)].map((label, at) => [label, at + 1]))
  const codes = {
    table: codesOf(figures.map(({ table }) => table)),
    row: codesOf(figures.map(({ row }) => row)),
    column: codesOf(figures.map(({ column }) => column)),
    measure: codesOf(Object.keys(measures) as Measure[]),
  }
  const names = ['table', 'row', 'column', 'measure'] as const
  const lines = figures.map((figure) => [...names.map((name) => codes[name].get(figure[name])), figure.value ?? ''].join(','))
  const said = (text: string) => `'${[...text.replaceAll(/\s+/g, ' ')].slice(0, 110).join('').replaceAll("'", "''")}'`
  const labels = names.map(
    (name, at) => `  ${at > 0 ? '/' : ''}${name} ${[...codes[name]].map(([label, code]) => `${code} ${said(label)}`).join(' ')}`,
  )
  const syntax = [
    '* Open this file where data.csv is, and run it.',
    'SET UNICODE=YES.',
    "GET DATA /TYPE=TXT /FILE='data.csv' /ENCODING='UTF8' /DELIMITERS=',' /ARRANGEMENT=DELIMITED /FIRSTCASE=2",
    '  /VARIABLES=table F8.0 row F8.0 column F8.0 measure F8.0 value F12.0.',
    'VARIABLE LABELS',
    ...dictionary.map(([column, meaning]) => `  ${column} ${said(meaning)}`),
    '  .',
    'VALUE LABELS',
    ...labels,
    '  .',
    'EXECUTE.',
    '',
  ]
  return zipSync({
    'data.csv': strToU8(`${[...names, 'value'].join(',')}\r\n${lines.join('\r\n')}\r\n`),
    'data.sps': strToU8(`\uFEFF${syntax.join('\r\n')}`),
    'dictionary.csv': csv([['column', 'meaning'], ...dictionary]),
    'README.txt': strToU8(`${notes(about, tables).join('\r\n')}\r\n`),
  })
}

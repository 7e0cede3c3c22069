import type { Sheet } from './workbook.ts'

/** One row of an i.AI workbook of questions: the letters are of columns in the file of responses. */
export interface SheetRow {
  sheet: string
  row: number
  kind: 'demographic' | 'open' | 'hybrid' | 'multiple choice'
  /** Its own column; of a hybrid, where its words are. */
  column: string
  /** Of a hybrid, where its choice is. */
  closed: string
  number: string
  text: string
}

const kinds = [
  [/^demographic/i, 'demographic'],
  [/^open/i, 'open'],
  [/^hybrid/i, 'hybrid'],
  [/^multiple/i, 'multiple choice'],
] as const

/** True where this is a workbook of questions as i.AI's Consult takes it. */
export const isIaiWorkbook = (sheets: readonly Sheet[]) =>
  rowsOf(sheets).length > 0 || sheets.some(({ name }) => /^demographic|^open questions/i.test(name))

/**
 * The questions of the workbook, in the order of its sheets. Each sheet has a title, a line about it and a header that begins "Column ID"; below the
 * header there may be a line of instructions.
 */
export function rowsOf(sheets: readonly Sheet[]): SheetRow[] {
  return sheets.flatMap(({ name, rows }) => {
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1]
    const header = [...rows].find(([, cells]) => /^column id/i.test(cells.A ?? ''))?.[0]
    if (!kind || header === undefined) return []
    return [...rows].flatMap(([row, cells]): SheetRow[] => {
      if (row <= header || /^which column does/i.test(cells.A ?? '') || Object.keys(cells).length === 0) return []
      const isDemographic = kind === 'demographic'
      return [
        {
          sheet: name,
          row,
          kind,
          column: (cells.A ?? '').trim().toUpperCase(),
          closed: kind === 'hybrid' ? (cells.D ?? '').trim().toUpperCase() : '',
          number: isDemographic ? '' : (cells.B ?? ''),
          text: (isDemographic ? cells.B : cells.C) ?? '',
        },
      ]
    })
  })
}

/** Every column a row refers to. */
export const columnsIn = ({ column, closed }: SheetRow) => [column, closed].filter(Boolean)

/** A = 0, Z = 25, AA = 26. */
export const placeOf = (column: string) => [...column].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** 0 = A, 26 = AA. */
export const letterOf = (place: number): string =>
  place < 0 ? '' : letterOf(Math.floor(place / 26) - 1) + String.fromCharCode(65 + (place % 26))

/** What a file of responses holds, as far as the questions are checked against it. */
export interface ResponseSheet {
  headers: readonly string[]
  /** How many different texts each column has, the empty one left out, and how many there are in all. */
  columns: readonly { different: ReadonlySet<string>; filled: number }[]
  rows: number
}

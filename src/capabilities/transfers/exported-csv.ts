import { harmless } from '#capabilities/contributions'
import { type Layout, labelReader, type Standing, valuesOf } from './exported-response.ts'

/** The mark at its start tells a spreadsheet that the file is UTF-8. */
const mark = '\uFEFF'

/** Responses as a CSV file (RFC 4180), choices by their labels. A header's name is the column's key, which stays, and its label, which may be reworded. */
export async function* csvParts(layout: Layout, pages: AsyncIterable<readonly Standing[]>): AsyncGenerator<string> {
  const labelOf = labelReader(layout)
  const keys = layout.columns.map(({ key }) => key)
  yield mark + lineOf(layout.columns.map(headed))
  let row = 0
  for await (const page of pages) {
    let lines = ''
    for (const response of page) {
      const values = valuesOf(layout, response, ++row)
      lines += lineOf(keys.map((key) => cellOf(values[key], (value) => labelOf(key, value))))
    }
    yield lines
  }
}

/** Beside the answers the key alone is clear. */
export const headed = ({ key, label, question }: Layout['columns'][number]) => (question ? harmless(`${key}: ${label}`) : key)

/** A cell that a spreadsheet would reckon with begins with an apostrophe; a number is a number. */
export const cellOf = (value: string | undefined, labelOf: (value: string) => string) =>
  value === undefined || value === '' ? '' : isNumber(value) ? value : harmless(labelOf(value))

export const isNumber = (value: string) => /^-?\d{1,15}(\.\d+)?$/.test(value)

const lineOf = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

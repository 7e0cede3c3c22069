import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import { cellOf, headed, isNumber } from './exported-csv.ts'
import { type Layout, labelReader, type Standing, valuesOf } from './exported-response.ts'
import { inXml } from './plain-text.ts'

// What a sheet holds, its header with it.
const mostRows = 1_048_576
const longestCell = 32_767

/** Responses as a workbook (.xlsx), written as they come: answers, a sheet more for each million of them; the questions; and what to know about it. */
export async function* workbookParts(
  layout: Layout,
  pages: AsyncIterable<readonly Standing[]>,
  { rowsOnSheet = mostRows } = {},
): AsyncGenerator<Uint8Array> {
  const out = new PassThrough()
  const written = write(layout, pages, out, rowsOnSheet)
  // Its fault ends the reading below, where it is met.
  written.catch((fault) => out.destroy(fault))
  yield* out
  await written
}

async function write(layout: Layout, pages: AsyncIterable<readonly Standing[]>, out: PassThrough, rowsOnSheet: number) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false, useSharedStrings: false })
  const labelOf = labelReader(layout)
  const header = layout.columns.map(headed)
  const keys = layout.columns.map(({ key }) => key)
  let sheet = book.addWorksheet('Answers')
  sheet.addRow(header).commit()
  let [row, onSheet, sheets, shortened] = [0, 1, 1, 0]
  for await (const page of pages) {
    for (const response of page) {
      if (onSheet === rowsOnSheet) {
        await sheet.commit()
        sheet = book.addWorksheet(`Answers ${++sheets}`)
        sheet.addRow(header).commit()
        onSheet = 1
      }
      const values = valuesOf(layout, response, ++row)
      const cells = keys.map((key) => {
        const text = cellOf(values[key], (value) => labelOf(key, value))
        if (text.length > longestCell) shortened += 1
        return text === '' ? null : isNumber(text) ? Number(text) : writable(text)
      })
      sheet.addRow(cells).commit()
      onSheet += 1
    }
    // What takes the file may be slower than what makes it: memory stays flat.
    if (out.writableNeedDrain) await new Promise((resolve) => out.once('drain', resolve))
  }
  await sheet.commit()

  const questions = book.addWorksheet('Questions')
  questions.addRow(['Column', 'What it is', 'What it can hold']).commit()
  for (const { key, label, values } of layout.columns)
    questions.addRow([key, writable(label), values ? writable(values.map((one) => one.label).join('; ')) : null]).commit()
  await questions.commit()

  const notes = book.addWorksheet('Notes')
  const lines = [
    layout.title,
    `Responses in this file: ${row.toLocaleString('en-GB')}`,
    ...layout.leftOut,
    ...(shortened > 0
      ? [`Answers longer than a cell can hold, cut off at ${longestCell.toLocaleString('en-GB')} characters: ${shortened}`]
      : []),
  ]
  for (const line of lines) notes.addRow([writable(line)]).commit()
  await notes.commit()
  await book.commit()
}

/** No longer than a cell, and without the characters that XML cannot hold. */
const writable = (text: string) => inXml(text.slice(0, longestCell))

import { createReader, delimiterOf, textOf } from '#capabilities/contributions'
import { readWorkbook } from '#capabilities/transfers'
import { Refused } from '#platform/errors.ts'

export type FiledRow = { row: number; cells: string[] } | { row: number; reason: string }

const beginningSize = 1 << 16

/** The rows of a delimited file as its bytes arrive: its delimiter is told by its first line. */
export async function* rowsIn(bytes: AsyncIterable<Uint8Array | string>, heard = { strayLines: 0 }): AsyncGenerator<FiledRow> {
  let reader: ReturnType<typeof createReader> | undefined
  let beginning = ''
  for await (const text of textOf(bytes, heard)) {
    if (reader) yield* reader.read(text)
    else {
      beginning += text
      if (beginning.length < beginningSize && !beginning.includes('\n')) continue
      reader = createReader(delimiterOf(beginning))
      yield* reader.read(beginning)
    }
  }
  if (!reader) {
    reader = createReader(delimiterOf(beginning))
    yield* reader.read(beginning)
  }
  yield* reader.end()
}

/** The rows of a file that was uploaded: of the first sheet of a workbook, else of text. */
export async function* rowsOfUpload(bytes: Uint8Array): AsyncGenerator<FiledRow> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isWorkbook) return yield* rowsIn(only(bytes))
  const [sheet] = readWorkbook(bytes)
  if (!sheet) throw new Refused('The workbook has no sheet')
  const letters = [...new Set([...sheet.rows.values()].flatMap((cells) => Object.keys(cells)))].sort(
    (one, other) => one.length - other.length || one.localeCompare(other),
  )
  for (const [row, cells] of sheet.rows) yield { row, cells: letters.map((letter) => cells[letter] ?? '') }
}

async function* only(bytes: Uint8Array) {
  yield bytes
}

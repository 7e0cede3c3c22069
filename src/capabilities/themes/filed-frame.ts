import { createReader, delimiterOf, type FileRow, textOf } from '#capabilities/contributions'
import { readWorkbook } from '#capabilities/transfers'
import { Refused } from '#platform/errors.ts'
import { filedThemes } from './filed-theme.ts'
import { type PlannedFrame, planFrame } from './planned-frame.ts'

export const largestFile = 5 * 1024 * 1024

/** What a file says of a frame: a workbook (.xlsx), of which formulas are not looked at, or delimited text. Throws Refused where it cannot be read. */
export async function readFrameFile(bytes: Uint8Array): Promise<PlannedFrame> {
  if (bytes.length === 0) throw new Refused('The file is empty.')
  if (bytes.length > largestFile) throw new Refused('The file is larger than 5 MB.')
  return planFrame(isWorkbook(bytes) ? sheetRows(bytes) : await textRows(bytes))
}

// How every ZIP file begins.
const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The first sheet with a header that can make a frame. */
function sheetRows(bytes: Uint8Array): FileRow[] {
  const sheets = readWorkbook(bytes).map(({ rows }): FileRow[] => {
    const letters = [...new Set([...rows.values()].flatMap((cells) => Object.keys(cells)))].sort(
      (one, other) => one.length - other.length || (one < other ? -1 : 1),
    )
    return [...rows].map(([row, cells]) => ({ row, cells: letters.map((letter) => cells[letter] ?? '') }))
  })
  return sheets.find((rows) => filedThemes(rows) !== null) ?? []
}

async function textRows(bytes: Uint8Array): Promise<FileRow[]> {
  let text = ''
  for await (const part of textOf(only(bytes), { strayLines: 0 })) text += part
  const reader = createReader(delimiterOf(text))
  return [...reader.read(text), ...reader.end()]
}

async function* only(bytes: Uint8Array) {
  yield bytes
}

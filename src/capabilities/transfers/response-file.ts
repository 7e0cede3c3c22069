import { createReader, delimiterOf, type FiledResponse, type FileRow, textOf } from '#capabilities/contributions'
import type { SurveyVersion } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import { responseReader, writtenInVv } from './filed-response.ts'
import type { ResponseSheet } from './iai-sheet.ts'
import { type MatchedColumns, matchColumns } from './matched-column.ts'

/** What was noticed on the way, for the operator. */
export interface Heard {
  strayLines: number
  bytes: number
  leftOut: readonly string[]
}

export interface Filed {
  responses: FiledResponse[]
  rejected: { row: number; reason: string }[]
}

interface FileOptions {
  versions: readonly SurveyVersion[]
  today: string
  /** The column that tells a row from all others, by its name. */
  id?: string | undefined
  batchSize?: number
}

const beginningSize = 1 << 16

/**
 * The responses of a delimited file, a thousand at a time, with the rows that could not be read. The header is found in the layouts we know: ours and
 * others' with one line; LimeSurvey's VV with its codes in the second; i.AI's with the questions in the second, or an empty line below the first.
 * Throws Refused before the first where the file as a whole cannot be read.
 */
export async function* responsesIn(
  bytes: AsyncIterable<Uint8Array | string>,
  heard: Heard,
  { batchSize = 1000, versions, today, id }: FileOptions,
): AsyncGenerator<Filed> {
  let understand: ReturnType<typeof responseReader> | undefined
  const beginning: FileRow[] = []
  let batch: Filed = { responses: [], rejected: [] }
  const begin = () => {
    const { columns, written, skipped } = headerIn(beginning, versions, id)
    heard.leftOut = columns.leftOut
    understand = responseReader({ columns, versions, today, ...(written && { written }) })
    return beginning.splice(0).slice(skipped)
  }
  const take = (row: FileRow) => {
    const read = 'cells' in row && understand ? understand(row.row, row.cells) : row
    if ('reason' in read) batch.rejected.push(read)
    else if ('answers' in read) batch.responses.push(read)
  }
  for await (const rows of rowsIn(bytes, heard)) {
    for (const row of rows) {
      if (!understand) {
        beginning.push(row)
        if (beginning.length < 2) continue
        for (const held of begin()) take(held)
      } else take(row)
      if (batch.responses.length + batch.rejected.length < batchSize) continue
      yield batch
      batch = { responses: [], rejected: [] }
    }
  }
  if (!understand) for (const held of begin()) take(held)
  if (batch.responses.length + batch.rejected.length > 0) yield batch
}

/** Which of the first two rows names the columns, and how many of them are no responses. */
function headerIn([first, second]: readonly FileRow[], versions: readonly SurveyVersion[], id: string | undefined) {
  if (!first) throw new Refused('The file is empty: it needs a header, and a row for each response.')
  if ('reason' in first) throw new Refused(`The header cannot be read. ${first.reason}.`)
  const matched = (cells: readonly string[]): MatchedColumns => matchColumns(cells, versions, id)
  const below = second && 'cells' in second ? second.cells : []
  const isVv = below[0] === 'id' && below.includes('submitdate')
  const isNumbered = first.cells.length > 1 && first.cells.every((cell) => /^Ident \d+$/.test(cell))
  const header = isVv || isNumbered ? below : first.cells
  const columns = matched(header.at(-1) === '' ? header.slice(0, -1) : header)
  if (!columns.meanings.some((meaning) => meaning?.is === 'cell' || meaning?.is === 'place'))
    throw new Refused(`No column of the file is a question of this survey. The columns are: ${header.slice(0, 30).join(', ')}.`)
  return { columns, skipped: isVv || isNumbered ? 2 : 1, written: isVv ? writtenInVv : undefined }
}

async function* rowsIn(bytes: AsyncIterable<Uint8Array | string>, heard: Heard): AsyncGenerator<FileRow[]> {
  let reader: ReturnType<typeof createReader> | undefined
  let beginning = ''
  const begin = () => {
    reader = createReader(delimiterOf(beginning))
    return reader.read(beginning)
  }
  for await (const text of textOf(counted(bytes, heard), heard)) {
    if (reader) yield reader.read(text)
    else {
      beginning += text
      if (beginning.length >= beginningSize || beginning.includes('\n')) yield begin()
    }
  }
  if (!reader) yield begin()
  yield reader?.end() ?? []
}

async function* counted(bytes: AsyncIterable<Uint8Array | string>, heard: Heard) {
  for await (const part of bytes) {
    heard.bytes += part.length
    yield part
  }
}

const mostLookedAt = 100_000

/** What columns a file of responses has and how different their cells are, of its first hundred thousand rows: to check questions against. */
export async function lookAtResponses(bytes: AsyncIterable<Uint8Array | string>): Promise<ResponseSheet> {
  let headers: readonly string[] | undefined
  const columns: { different: Set<string>; filled: number }[] = []
  let rows = 0
  for await (const some of rowsIn(bytes, { strayLines: 0, bytes: 0, leftOut: [] })) {
    for (const row of some) {
      if ('reason' in row) continue
      const isNumbered = row.row === 1 && row.cells.every((cell) => /^Ident \d+$/.test(cell))
      if (!headers) {
        if (!isNumbered) headers = row.cells
        continue
      }
      if (rows === mostLookedAt) break
      rows += 1
      for (const [at, cell] of row.cells.entries()) {
        const text = cell.trim()
        if (text === '') continue
        columns[at] ??= { different: new Set(), filled: 0 }
        columns[at].different.add(text)
        columns[at].filled += 1
      }
    }
  }
  if (!headers) throw new Refused('The file of responses is empty.')
  return { headers, columns: headers.map((_, at) => columns[at] ?? { different: new Set(), filled: 0 }), rows }
}

import { Refused } from '#platform/errors.ts'
import { type Asked, type Choice, chooseColumns } from './column-choice.ts'
import { createReader, delimiterOf, type Row } from './delimited-text.ts'
import { commentReader, type ImportedComment } from './imported-comment.ts'
import { dateReader, isDateFormat } from './said-date.ts'
import { textOf } from './text-encoding.ts'

export interface FileOptions {
  asked: Asked
  /** As DD/MM/YYYY; without it the year or the day comes first. */
  dateFormat?: string | undefined
  today: string
  batchSize?: number
}

export type Rejected = { row: number; reason: string }

/** What was noticed on the way, for the operator. */
export interface Heard {
  strayLines: number
  turnedDates: number
  guessed: readonly string[]
  /** Rows whose sentiment is none. */
  oddSentiments: number[]
}

// Enough of a file to tell its delimiter by.
const beginningSize = 1 << 16

/** The comments of a delimited file, a thousand at a time, with the rows that could not be read. Throws Refused before the first where the file as a whole cannot be read as asked. */
export async function* commentsIn(
  bytes: AsyncIterable<Uint8Array | string>,
  heard: Heard,
  { batchSize = 1000, ...options }: FileOptions,
): AsyncGenerator<{ comments: ImportedComment[]; rejected: Rejected[] }> {
  let understand: ReturnType<typeof commentReader> | undefined
  let comments: ImportedComment[] = []
  let rejected: Rejected[] = []
  for await (const rows of rowsOf(bytes, heard)) {
    for (const row of rows) {
      if (!understand) {
        understand = readerFor(row, heard, options)
        continue
      }
      const comment = 'cells' in row ? understand(row.row, row.cells) : row
      if ('reason' in comment) rejected.push(comment)
      else {
        comments.push(comment)
        if (comment.dateTurned) heard.turnedDates += 1
        if (comment.sentimentUnread) heard.oddSentiments.push(comment.row)
      }
      if (comments.length + rejected.length < batchSize) continue
      yield { comments, rejected }
      comments = []
      rejected = []
    }
  }
  if (!understand) throw new Refused('The file is empty: it needs a header, and a row for each comment.')
  if (comments.length + rejected.length > 0) yield { comments, rejected }
}

async function* rowsOf(bytes: AsyncIterable<Uint8Array | string>, heard: Heard): AsyncGenerator<Row[]> {
  let reader: ReturnType<typeof createReader> | undefined
  let beginning = ''
  for await (const text of textOf(bytes, heard)) {
    if (reader) yield reader.read(text)
    else {
      beginning += text
      if (beginning.length < beginningSize && !beginning.includes('\n')) continue
      reader = createReader(delimiterOf(beginning))
      yield reader.read(beginning)
    }
  }
  if (!reader) {
    reader = createReader(delimiterOf(beginning))
    yield reader.read(beginning)
  }
  yield reader.end()
}

function readerFor(header: Row, heard: Heard, { asked, dateFormat, today }: FileOptions) {
  if ('reason' in header) throw new Refused(`The header cannot be read. ${header.reason}.`)
  const choice: Choice = chooseColumns(header.cells, asked)
  if ('mistake' in choice) throw new Refused(choice.mistake)
  if (dateFormat !== undefined && !isDateFormat(dateFormat))
    throw new Refused('The date format must name a day, a month and a year, as DD/MM/YYYY.')
  heard.guessed = choice.guessed
  return commentReader({
    columns: choice.columns,
    width: header.cells.length,
    today,
    readDate: dateFormat === undefined ? undefined : dateReader(dateFormat),
  })
}

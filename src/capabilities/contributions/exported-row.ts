import type { Listed } from './contribution.ts'

const header = ['contribution', 'response', 'source', 'survey', 'question', 'channel', 'place', 'said_on', 'score', 'words']

/** Contributions as lines of a CSV file, a header first, as many at a time as they come. Holds no names, addresses or respondents' numbers. */
export async function* exportedLines(pages: AsyncIterable<readonly Listed[]>): AsyncGenerator<string> {
  yield asLine(header)
  for await (const rows of pages) yield rows.map((row) => asLine(cellsOf(row))).join('')
}

const cellsOf = (row: Listed) => [
  row.id,
  row.responseId,
  harmless(row.sourceName),
  harmless(row.surveyTitle),
  harmless(row.questionText),
  row.channel,
  harmless(row.place),
  row.saidOn,
  row.score === null ? '' : String(row.score),
  harmless(row.words && withoutBlocks(row.words)),
]

/** Each run of what was redacted as one mark, so that its length says nothing. */
export const withoutBlocks = (words: string) => words.replace(/█(?:[█\s]*█)?/g, '[removed]')

/** A spreadsheet would reckon with what begins like a formula: an apostrophe before it makes it text. */
export const harmless = (text: string | null) => (text === null ? '' : /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const asLine = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

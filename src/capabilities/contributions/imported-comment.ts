import { hash } from 'node:crypto'
import { type Columns, tidy } from './column-choice.ts'
import { type DateReader, readUsualDate } from './said-date.ts'

type Sentiment = 1 | 2 | 3 | 4 | 5

/** One row of a file of comments, as we understood it. */
export interface ImportedComment {
  row: number
  /** What the row is known again by, within its source. */
  key: string
  words: string | null
  score: number | null
  /** The score's cell held something that is no score. */
  scoreUnread: boolean
  /** Null where there is no date, where it cannot be read, and where it is still to come. */
  saidOn: string | null
  /** Its date has the month first, against what is usual here. */
  dateTurned: boolean
  place: string | null
  question: string | null
  respondent: string | null
  /** How whoever coded the file took it to feel, from 1 (very positive) to 5 (very negative). */
  sentiment: Sentiment | null
  /** Its cell held something else. */
  sentimentUnread: boolean
  labels: readonly string[]
}

export interface ReadingRules {
  columns: Columns
  /** How many cells a row must have. */
  width: number
  /** Reads the dates of a format that was asked for; what it cannot read is read as dates usually are. */
  readDate?: DateReader | undefined
  today: string
}

// Scores of patient surveys run from −5 to 5, from 0 to 10 or to 100. What lies outside is a slip of the keyboard.
const lowest = -5
const highest = 100

const notAnswered = /^did not answer\.?$/i
const ticked = /^(1|x|y|yes|true)$/i
const unticked = /^(|0|n|no|false)$/i

/** Understand the rows of one file, one after the other: a comment, or the reason why not. */
export function commentReader({ columns, width, readDate, today }: ReadingRules) {
  const seen = new Map<number, number>()

  return (row: number, cells: readonly string[]): ImportedComment | { row: number; reason: string } => {
    if (cells.length !== width) return { row, reason: `It has ${cells.length} cells, and the header has ${width}` }
    const cell = (at: number | null) => (at === null ? '' : tidy(cells[at] ?? ''))
    const dateCell = cell(columns.saidOn)
    const { date, turned } = dateCell === '' ? noDate : dateOf(dateCell)
    const said = wordsOf(cells[columns.text] ?? '')
    const scoreCell = cell(columns.score)
    const score = scoreOf(scoreCell)
    const feeling = cell(columns.sentiment)
    const sentiment = /^[1-5]$/.test(feeling) ? (Number(feeling) as Sentiment) : null
    const id = cell(columns.id)
    return {
      row,
      key: id === '' ? rowKey(cells) : id,
      words: said === '' || notAnswered.test(said) ? null : said,
      score,
      scoreUnread: scoreCell !== '' && score === null,
      saidOn: date,
      dateTurned: turned,
      place: cell(columns.place) || null,
      question: cell(columns.question) || null,
      respondent: cell(columns.respondent) || null,
      sentiment,
      sentimentUnread: feeling !== '' && sentiment === null,
      labels: labelsOf(cells, columns.labels),
    }
  }

  function dateOf(text: string) {
    const asked = readDate?.(text)
    const found = asked ? { date: asked, turned: false } : readUsualDate(text)
    return found.date !== null && found.date > today ? noDate : found
  }

  /** A row without an id is known by the SHA-256 of its cells and by which occurrence of the same cells it is: many people write "Nothing". */
  function rowKey(cells: readonly string[]): string {
    const digest = hash('sha256', cells.join('\u001f').normalize('NFC'), 'base64url')
    // Six bytes fit a number. Should two different rows share them, the later is counted as a second occurrence, every time alike.
    const short = Buffer.from(digest.slice(0, 8), 'base64url').readUIntBE(0, 6)
    const occurrence = (seen.get(short) ?? 0) + 1
    seen.set(short, occurrence)
    return `${digest}#${occurrence}`
  }
}

const noDate = { date: null, turned: false }

const wordsOf = (cell: string) => cell.replaceAll('\r\n', '\n').normalize('NFC').trim()

function scoreOf(cell: string): number | null {
  if (!/^[-−+]?\d+(\.\d+)?$/.test(cell)) return null
  const score = Number(cell.replace('−', '-'))
  return score >= lowest && score <= highest ? score : null
}

/** A label stands in a column of its own, ticked or not, or is named in the cell. */
function labelsOf(cells: readonly string[], columns: Columns['labels']): string[] {
  const labels: string[] = []
  for (const { at, name } of columns) {
    const cell = cells[at] ?? ''
    if (cell === '') continue
    const value = tidy(cell)
    if (unticked.test(value)) continue
    const label = ticked.test(value) ? name : value
    if (!labels.includes(label)) labels.push(label)
  }
  return labels
}

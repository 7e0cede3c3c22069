import { hash } from 'node:crypto'
import { type FiledResponse, readUsualDate } from '#capabilities/contributions'
import type { GivenAnswer, SurveyVersion } from '#capabilities/surveys'
import { answerReader } from './filed-answer.ts'
import type { MatchedColumns } from './matched-column.ts'

export interface ReadingRules {
  columns: MatchedColumns
  /** Latest first; the latest is what is answered where a row does not say. */
  versions: readonly SurveyVersion[]
  today: string
  /** A cell as it was before the other tool wrote it. */
  written?: (cell: string) => string
}

type Read = FiledResponse | { row: number; reason: string }

/** Understands the rows of one file, one after the other: a response, or the reason why not. */
export function responseReader({
  columns: { meanings, questions },
  versions,
  today,
  written = plain,
}: ReadingRules): (row: number, cells: readonly string[]) => Read {
  const seen = new Map<number, number>()
  const width = meanings.length
  const readers = questions.map(answerReader)
  return (row, given) => {
    // Some write a separator after the last cell.
    const cells = given.length === width + 1 && given.at(-1) === '' ? given.slice(0, -1) : given
    if (cells.length !== width) return { row, reason: `It has ${cells.length} cells, and the header has ${width}` }
    const beside: Partial<Record<string, string>> = {}
    const byColumn = new Map<string, string>()
    for (const [at, meaning] of meanings.entries()) {
      const cell = meaning ? written(cells[at] ?? '') : ''
      if (!meaning || cell === '') continue
      if (meaning.is === 'cell') byColumn.set(meaning.column.key, cell)
      else if (meaning.is === 'place') byColumn.set(`${meaning.question.key}.${cell}`, meaning.place)
      else beside[meaning.is] ??= cell
    }
    if (/^yes$/i.test(beside['set aside'] ?? '')) return { row, reason: 'It was set aside where it comes from' }
    const answers: GivenAnswer[] = []
    for (const readAnswer of readers) {
      const answer = readAnswer(byColumn)
      if (answer && 'mistake' in answer) return { row, reason: answer.mistake }
      if (answer) answers.push(answer)
    }
    if (answers.length === 0) return { row, reason: 'Nothing is answered in it' }
    const [latest] = versions
    const version = versions.find(({ number }) => String(number) === beside.version) ?? latest
    if (!version) return { row, reason: 'There is no released version of the questions' }
    const { date } = readUsualDate(beside['said on'] ?? '')
    const id = beside.id?.trim()
    return {
      row,
      version,
      answers,
      saidOn: date !== null && date <= today ? date : null,
      place: beside['place about'] ?? null,
      variant: variantIn(beside.variant),
      key: id ? `id ${id}` : rowKey(cells.filter((_, at) => meanings[at]?.is !== 'row')),
      content: id ? contentOf(answers) : null,
    }
  }

  /** A row without an id is known by the SHA-256 of its cells and by which occurrence of the same cells it is: many people tick alike. */
  function rowKey(cells: readonly string[]): string {
    const digest = hash('sha256', cells.join('\u001f').normalize('NFC'), 'base64url')
    // Six bytes fit a number. Should two different rows share them, the later counts as a second occurrence, every time alike.
    const short = Buffer.from(digest.slice(0, 8), 'base64url').readUIntBE(0, 6)
    const occurrence = (seen.get(short) ?? 0) + 1
    seen.set(short, occurrence)
    return `row ${digest}#${occurrence}`
  }
}

export const contentOf = (answers: readonly GivenAnswer[]) =>
  JSON.stringify(answers.map(({ question, choices, words }) => [question.key, choices, words]))

/** A page of answering, as a response keeps it; English is what the questions were written in. */
const variantIn = (given: string | undefined) => {
  const code = given?.toLowerCase().replaceAll('_', '-') ?? ''
  return /^[a-z][a-z0-9-]{0,39}$/.test(code) && code !== 'en' ? code : null
}

/** As our own exports write: an apostrophe before what a spreadsheet would reckon with. */
const plain = (cell: string) => cell.replace(/^'(?=\s*[=+\-@\t\r])/, '')

/** As LimeSurvey's VV files write. */
export const writtenInVv = (cell: string) =>
  cell === '{question_not_shown}'
    ? ''
    : cell.replaceAll('{newline}', '\n').replaceAll('{cr}', '').replaceAll('{tab}', '\t').replaceAll('{quote}', '"')

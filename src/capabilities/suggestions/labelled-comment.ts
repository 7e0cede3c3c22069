import type { Columns, Table } from './labelled-file.ts'
import type { Example } from './trained-model.ts'

/** Comments of a file as examples, and what was left out and why. */
export interface Labelled {
  examples: Example[]
  /** Reasons in words, with how many rows each. */
  leftOut: Record<string, number>
  /** What a reader should know of rows that were kept. */
  noticed: Record<string, number>
}

const unanswered = 'did not answer'

/** Read the comments of a table whose columns are known. A row without words, without an answer, or without any label is left out and counted. */
export function labelledComments({ rows, unread }: Table, columns: Columns, { needLabels = true } = {}): Labelled {
  const labelled: Labelled = { examples: [], leftOut: {}, noticed: {} }
  const leaveOut = (reason: string) => count(labelled.leftOut, reason)
  for (const { reason } of unread) leaveOut(reason)
  const ids = new Set<string>()
  const seen = new Set<string>()
  for (const { row, cells } of rows) {
    const cell = (role: Exclude<keyof Columns, 'labels'>) => (columns[role] === -1 ? '' : cells[columns[role]]!.normalize('NFC').trim())
    const words = cell('text')
    const themes = columns.labels.filter(({ at }) => cells[at]!.trim() === '1').map(({ theme }) => theme)
    if (words === '') leaveOut('no words')
    else if (words.toLowerCase() === unanswered || themes.some((theme) => theme.toLowerCase() === unanswered)) leaveOut('did not answer')
    else if (needLabels && themes.length === 0) leaveOut('no label')
    else {
      const told = Number(cell('sentiment'))
      const sentiment = cell('sentiment') !== '' && Number.isInteger(told) && told >= 1 && told <= 5 ? told : null
      if (sentiment === null && cell('sentiment') !== '') count(labelled.noticed, 'sentiment that is no whole number from 1 to 5: not used')
      const whole = cells.join('\u0000')
      if (seen.has(whole)) count(labelled.noticed, 'row that repeats another exactly: kept')
      seen.add(whole)
      const id = cell('id') !== '' && !ids.has(cell('id')) ? cell('id') : `row ${row}`
      ids.add(id)
      const context = (['score', 'service'] as const).flatMap((role) => (cell(role) === '' ? [] : [`${role} ${cell(role)}`]))
      labelled.examples.push({
        id,
        respondent: cell('respondent') || `row ${row}`,
        question: cell('question'),
        words,
        themes,
        sentiment,
        context,
      })
    }
  }
  return labelled
}

function count(counts: Record<string, number>, reason: string): void {
  counts[reason] = (counts[reason] ?? 0) + 1
}

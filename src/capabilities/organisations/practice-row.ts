import type { OrganisationKind } from './organisation.ts'

/** One line of the NHS list of practices, as we take it in. Dates as 2026-09-30. */
export interface Practice {
  code: string
  name: string
  kind: OrganisationKind
  lines: string
  postcode: string
  openedOn: string
  closedOn: string | null
}

const columns = 27

// The prescribing settings that see patients as a general practice: walk-in, out of hours, both, and GP practice.
const generalPractice = ['1', '2', '3', '4']

/**
 * Read one row of `epraccur`, which has 27 columns and no header. Answers with the practice, or with the reason it cannot be taken.
 * Columns, counted from 1: code, name, (2), address 5 to 9, postcode, open date, close date (both yyyymmdd), …, prescribing setting 26.
 * Source: NHS England, Organisation Data Service, "GP practices: epraccur, field definitions".
 */
export function readPractice(row: readonly string[]): Practice | string {
  if (row.length !== columns) return `It has ${row.length} columns where ${columns} are needed`
  const cell = (column: number) => (row[column - 1] ?? '').normalize('NFC').replaceAll('\0', '').trim()
  const code = cell(1).toUpperCase()
  if (!/^[A-Z0-9]{3,10}$/.test(code)) return 'Its first column is not an ODS code'
  const name = cell(2)
  if (!name) return 'It has no name'
  const openedOn = dateOf(cell(11))
  if (!openedOn) return 'Its opening date (column 11) is not a date such as 20090401'
  const closedOn = cell(12) ? dateOf(cell(12)) : null
  if (closedOn === undefined) return 'Its closing date (column 12) is not a date such as 20190331'
  if (closedOn && closedOn < openedOn) return 'It closes before it opens'
  return {
    code,
    name,
    kind: generalPractice.includes(cell(26)) ? 'practice' : 'provider',
    lines: [5, 6, 7, 8, 9].map(cell).filter(Boolean).join('\n'),
    postcode: cell(10),
    openedOn,
    closedOn,
  }
}

function dateOf(text: string): string | undefined {
  const date = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : ''
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) ? date : undefined
}

import type { Check } from './brought-survey.ts'
import { columnsIn, letterOf, placeOf, type ResponseSheet, type SheetRow } from './iai-sheet.ts'

/**
 * The thirteen checks that i.AI's Consult makes of a workbook of questions and its responses (its setup_consultation_checks.md), each with its answer
 * in words. Without responses, the checks that need them are not tried.
 */
export function checkWorkbook(rows: readonly SheetRow[], responses: ResponseSheet | null): Check[] {
  const perSheet = [
    check(
      1,
      'Every row says what it must',
      rows.flatMap((row) => emptyIn(row).map((what) => `${at(row)} has no ${what}`)),
    ),
    check(
      2,
      'Columns are named by letters, as A or AC',
      rows.flatMap((row) =>
        columnsIn(row)
          .filter((column) => !isLetters(column))
          .map((column) => `${at(row)} has “${column}”`),
      ),
    ),
    check(
      3,
      'The number of a question is a whole number',
      numbered(rows)
        .filter(({ number }) => !/^\d+$/.test(number.trim()))
        .map((row) => `${at(row)} has “${row.number}”`),
    ),
  ]
  const across = [
    check(
      4,
      'No column is named twice',
      repeated(rows.flatMap(columnsIn)).map((column) => `${column} is named more than once`),
    ),
    check(
      5,
      'No number is given twice',
      repeated(numbered(rows).map(({ number }) => number.trim())).map((number) => `${number} is given more than once`),
    ),
  ]
  const withResponses = responses
    ? against(rows, responses)
    : names.map(([number, name]): Check => ({ number, name, passed: null, says: 'Not tried: it needs the file of responses.' }))
  return [...perSheet, ...across, ...withResponses]
}

const names = [
  [6, 'There are no more columns named than the responses have'],
  [7, 'Every column named is in the responses'],
  [8, 'Columns of choices look like choices'],
  [9, 'Columns of free text look like free text'],
  [10, 'Each question reads like the header of its column'],
  [11, 'Numbers in a question are those in the header of its column'],
  [12, 'Every column about who answered is in the responses'],
  [13, 'Every column of the responses is named'],
] as const

// i.AI's thresholds: a column whose different texts are more than a fifth of all looks like free text; four tenths alike is alike enough.
const freeText = 0.2
const alike = 0.4

function against(rows: readonly SheetRow[], responses: ResponseSheet): Check[] {
  const questions = rows.filter(({ kind }) => kind !== 'demographic')
  const named = [...new Set(questions.flatMap(columnsIn))]
  const isThere = (column: string) => isLetters(column) && placeOf(column) < responses.headers.length
  const uniqueness = (column: string) => {
    const found = responses.columns[placeOf(column)]
    return found && found.filled > 0 ? found.different.size / found.filled : null
  }
  const choices = questions
    .flatMap(({ kind, column, closed }) => (kind === 'hybrid' ? [closed] : kind === 'multiple choice' ? [column] : []))
    .filter(isThere)
  const words = questions.flatMap(({ kind, column }) => (kind === 'multiple choice' ? [] : [column])).filter(isThere)
  const pairs = questions.flatMap((row) =>
    columnsIn(row)
      .filter(isThere)
      .map((column) => ({ column, text: row.text, header: responses.headers[placeOf(column)] ?? '' })),
  )
  const problems: string[][] = [
    named.length > responses.headers.length - 1
      ? [`${named.length} columns are named, and the responses have ${responses.headers.length}, one of them for ids`]
      : [],
    named.filter((column) => !isThere(column)).map((column) => `${column} is not there`),
    choices.flatMap((column) => {
      const share = uniqueness(column)
      return share !== null && share > freeText ? [`${column} looks like free text: ${percent(share)} of what it holds is different`] : []
    }),
    words.flatMap((column) => {
      const share = uniqueness(column)
      return share !== null && share < freeText ? [`${column} looks like choices: ${percent(share)} of what it holds is different`] : []
    }),
    pairs.flatMap(({ column, text, header }) => (likeness(text, header) < alike ? [`${column} is headed “${header}”`] : [])),
    pairs.flatMap(({ column, text, header }) => {
      const [ours, theirs] = [numbersIn(text), numbersIn(header)]
      return ours.length > 0 && theirs.length > 0 && ours.join() !== theirs.join()
        ? [`${column} has ${theirs.join(', ')} in its header, and the question ${ours.join(', ')}`]
        : []
    }),
    rows.filter(({ kind, column }) => kind === 'demographic' && !isThere(column)).map(({ column }) => `${column} is not there`),
    responses.headers.flatMap((header, place) => {
      const column = letterOf(place)
      const isId = header === 'themefinder_id' || /^response id$/i.test(header)
      return isId || rows.some((row) => columnsIn(row).includes(column))
        ? []
        : [`${column} (“${header}”) is named nowhere: it may be about who answered`]
    }),
  ]
  return problems.map((found, place) => check(names[place]?.[0] ?? 0, names[place]?.[1] ?? '', found))
}

const check = (number: number, name: string, problems: readonly string[]): Check => ({
  number,
  name,
  passed: problems.length === 0,
  says:
    problems.length === 0
      ? 'Passed.'
      : `${problems.slice(0, 10).join('; ')}${problems.length > 10 ? `; and ${problems.length - 10} more` : ''}.`,
})

const at = ({ sheet, row }: SheetRow) => `${sheet}, row ${row},`
export const isLetters = (column: string) => /^[A-Z]{1,3}$/.test(column)
const numbered = (rows: readonly SheetRow[]) => rows.filter(({ kind }) => kind !== 'demographic')
const repeated = (all: readonly string[]) => [...new Set(all.filter((one, place) => one !== '' && all.indexOf(one) !== place))]
const percent = (share: number) => `${Math.round(share * 100)}%`
const numbersIn = (text: string) => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))

const emptyIn = ({ kind, column, closed, number, text }: SheetRow) => [
  ...(column === '' ? ['column'] : []),
  ...(text === '' ? ['title'] : []),
  ...(kind !== 'demographic' && number === '' ? ['number'] : []),
  ...(kind === 'hybrid' && closed === '' ? ['column of choices'] : []),
]

/**
 * How alike two texts are, from 0 to 1: twice the letters they share in order, through the longest run they have in common and the same on either side
 * of it, out of all letters (Ratcliff and Obershelp, 1988; as Python's SequenceMatcher without its list of common letters).
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [one.slice(0, 500), other.slice(0, 500)]
  return a.length + b.length === 0 ? 1 : (2 * shared(a, b)) / (a.length + b.length)
}

function shared(a: string, b: string): number {
  if (a === '' || b === '') return 0
  let [length, endsA, endsB] = [0, 0, 0]
  let before = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    const now = new Uint16Array(b.length + 1)
    for (let j = 1; j <= b.length; j++) {
      if (a[i - 1] !== b[j - 1]) continue
      const run = (before[j - 1] ?? 0) + 1
      now[j] = run
      if (run > length) [length, endsA, endsB] = [run, i, j]
    }
    before = now
  }
  if (length === 0) return 0
  return length + shared(a.slice(0, endsA - length), b.slice(0, endsB - length)) + shared(a.slice(endsA), b.slice(endsB))
}

import type { Question } from '#capabilities/surveys'
import { type Coded, type Found, type Given, inWords, longestText, whole } from './lss-column.ts'
import { numberIn, plainLine, shortened } from './plain-text.ts'

const mostBoxes = 60

/** Several boxes under one question become a question each. */
export const boxes =
  (type: 'short-text' | 'number') =>
  (given: Given): Found => {
    const { base, title, subquestions, notes } = given
    const cells = cellsOf(subquestions)
    if (cells.length === 0) return { reason: 'it has no boxes to fill in' }
    if (cells.length > mostBoxes) return { reason: `it has ${cells.length} boxes; at most ${mostBoxes} can become questions of their own` }
    const bounds = type === 'number' ? boundsOf(given) : {}
    const questions = cells.map(
      (cell): Question => ({ ...base, key: boxKey(base.key, cell.code), type, ...wordsOf(given, cell, cells.length), ...bounds }),
    )
    if (cells.length > 1) notes.push(`“${title}”: each of its ${cells.length} boxes is a question of its own here`)
    return {
      questions,
      columns: questions.map((question, at) => [`${title}_${cells[at]?.code}`, type === 'number' ? whole(question) : inWords(question)]),
    }
  }

const cellsOf = ([rows = [], columns = []]: readonly (readonly Coded[])[]): Coded[] =>
  columns.length === 0
    ? [...rows]
    : rows.flatMap((row) => columns.map((column) => ({ code: `${row.code}_${column.code}`, text: `${row.text}, ${column.text}` })))

const boxKey = (key: string, code: string) => {
  const letters = code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  // A key that ends in digits alone would be taken for a second tick box.
  return `${key.slice(0, 38 - letters.length)}-${letters.replace(/(^|-)(\d+)$/, '$1n$2')}`
}

function boundsOf({ attributes }: Given): Partial<Question> {
  const least = numberIn(attributes.slider_min ?? attributes.min_num_value_n)
  const most = numberIn(attributes.slider_max ?? attributes.max_num_value_n)
  const isWhole =
    attributes.num_value_int_only === '1' || (attributes.slider_layout === '1' && /^\d+$/.test(attributes.slider_accuracy ?? '1'))
  return { ...(least !== undefined && { least }), ...(most !== undefined && { most }), ...(!isWhole && { places: 2 }) }
}

/** A slider's box may say what its ends mean: "I felt | unwell | well". */
function wordsOf({ base, line, attributes }: Given, { text }: Coded, count: number): { text: string; hint?: string } {
  const [what = '', low, high] = text.split('|').map(plainLine)
  const ends =
    low && high
      ? `${numberIn(attributes.slider_min) ?? 'The least'} is ${low}, ${numberIn(attributes.slider_max) ?? 'the most'} is ${high}.`
      : ''
  const hint = [base.hint, ends].filter(Boolean).join(' ')
  const isAlone = count === 1 && ends !== ''
  return {
    text: shortened(isAlone ? line : [line, what].filter(Boolean).join(' '), longestText),
    ...(hint && { hint: shortened(hint, 500) }),
  }
}

import { readUsualDate } from '#capabilities/contributions'
import { type Column, type Given, type GivenAnswer, isGiven, type Question, typeOf } from '#capabilities/surveys'

/** The answer in the cells of a question's columns; null where all are empty, a sentence where one holds what cannot be an answer. */
export type ReadAnswer = (cells: ReadonlyMap<string, string>) => GivenAnswer | null | { mistake: string }

/**
 * Reads the answers to one question, as files hold them. A cell holds a value or its label, whatever its capitals. That a question had to be answered,
 * or was not asked of everyone, is not held against a file: what it holds was given.
 */
export function answerReader(question: Question): ReadAnswer {
  const type = typeOf(question)
  const columns = type.columns(question).map((column) => ({ key: column.key, read: valueReader(column) }))
  const asked = { ...question, required: false }
  return (cells) => {
    const values = new Map<string, string>()
    for (const { key, read: valueIn } of columns) {
      const cell = cells.get(key)?.trim() ?? ''
      if (cell === '') continue
      const value = valueIn(cell)
      if (value === undefined) return { mistake: `“${shown(cell)}” is not among the answers to “${question.text}”` }
      values.set(key, value)
    }
    const whole = question.type === 'postcode' ? (cells.get(question.key)?.trim() ?? '') : ''
    if (values.size === 0 && whole === '') return null

    const body = whole === '' ? type.typed(question, givenIn(question, values)) : { [question.key]: whole }
    const { mistakes, ...read } = type.answer(asked, body)
    const [mistake] = Object.values(mistakes)
    if (mistake) return { mistake }
    const decile = values.get(`${question.key}.decile`)
    if (decile && read.choices) read.choices = [...read.choices, `decile:${decile}`]
    return isGiven(read) ? { question, ...read } : null
  }
}

function valueReader({ values }: Column): (cell: string) => string | undefined {
  if (!values) return (cell) => cell
  const known = new Map(
    values.flatMap(({ value, label }) => [[label.toLowerCase(), value] as const, [value.toLowerCase(), value] as const]),
  )
  const isTick = values.length === 2 && values[0]?.value === 'yes'
  return (cell) => known.get(cell.toLowerCase()) ?? (isTick ? ticks[cell.toLowerCase()] : undefined)
}

// As LimeSurvey and others write yes and no.
const ticks: Readonly<Record<string, string>> = { y: 'yes', n: 'no', '1': 'yes', '0': 'no', true: 'yes', false: 'no' }

/** The choices and the words that these values are, by the keys of the question's columns. */
function givenIn({ key, type }: Question, values: ReadonlyMap<string, string>): Given {
  const parts = [...values]
    .filter(([column]) => column.startsWith(`${key}.`))
    .map(([column, value]) => [column.slice(key.length + 1), value] as const)
  const words = values.get(`${key}-other`) ?? null
  if (type === 'some-of') return { choices: parts.flatMap(([value, ticked]) => (ticked === 'yes' ? [value] : [])), words }
  if (parts.length > 0) return { choices: parts.map(([part, value]) => `${part}:${value}`), words: null }
  const value = values.get(key) ?? null
  if (type === 'short-text' || type === 'long-text') return { choices: null, words: value }
  const choice = value !== null && type === 'date' ? (readUsualDate(value).date ?? value) : value
  return { choices: choice === null ? null : [choice], words }
}

const shown = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell)

import type { Question } from '#capabilities/surveys'
import { boxes } from './lss-box.ts'
import {
  type Coded,
  type Found,
  fixed,
  type Given,
  inRow,
  inWords,
  longestText,
  optionsOf,
  otherColumn,
  places,
  ticked,
  valuesOf,
  whole,
} from './lss-column.ts'
import type { ColumnMeaning } from './lss-condition.ts'
import { numberIn, plainLine, plainWords, shortened } from './plain-text.ts'

type Kind = (given: Given) => Found
type Codes = Readonly<Record<string, string>>

/** A list of answers, of which one is chosen. */
function listed({ base, title, hasOther }: Given, type: 'one-of' | 'drop-down', answers: readonly Coded[]) {
  const options = optionsOf(answers)
  const question: Question = { ...base, type, options, ...(hasOther && { other: true }) }
  return {
    questions: [question],
    columns: [[title, whole(question, answers, valuesOf(options))] as [string, ColumnMeaning], ...otherColumn(question, title)],
  }
}

const words =
  (type: 'short-text' | 'long-text', most: number): Kind =>
  ({ base, title, attributes }) => {
    const limit = numberIn(attributes.maximum_chars)
    const question: Question = { ...base, type, ...(limit !== undefined && limit >= 1 && { limit: Math.min(limit, most) }) }
    return { questions: [question], columns: [[title, inWords(question)]] }
  }

/** A table; two where its columns have two scales. `codes` are the columns that are the same in every table of this kind. */
const table =
  (codes?: Codes): Kind =>
  ({ base, title, subquestions: [subquestions = []], answers, type }) => {
    const isDouble = type === '1'
    const scales = codes ? [fixed(codes)] : [answers[0] ?? [], ...(isDouble ? [answers[1] ?? []] : [])]
    const rows = optionsOf(subquestions)
    const questions = scales.map(
      (scale, at): Question => ({ ...base, key: at ? `${base.key}-second` : base.key, type: 'matrix', rows, options: optionsOf(scale) }),
    )
    const columns = questions.flatMap((question, at) =>
      subquestions.map(({ code }, row): [string, ColumnMeaning] => [
        `${title}_${code}${isDouble ? `_${at}` : ''}`,
        inRow(question, rows[row]?.value ?? '', scales[at] ?? [], valuesOf(question.options ?? [])),
      ]),
    )
    return { questions, columns }
  }

function ticks({ base, title, subquestions: [subquestions = []], hasOther }: Given) {
  const options = optionsOf(subquestions)
  const question: Question = { ...base, type: 'some-of', options, ...(hasOther && { other: true }) }
  const columns = subquestions.map(({ code }, at): [string, ColumnMeaning] => [
    `${title}_${code}`,
    ticked(question, options[at]?.value ?? ''),
  ])
  return { questions: [question], columns: [...columns, ...otherColumn(question, title)] }
}

const listWithComment: Kind = (given) => {
  const found = listed(given, 'one-of', given.answers[0] ?? [])
  const beside: Question = {
    key: `${given.base.key}-comment`,
    type: 'long-text',
    text: shortened(`Say more about: ${given.line}`, longestText),
  }
  given.notes.push(`“${given.title}”: its comment is a question of its own here`)
  return { questions: [...found.questions, beside], columns: [...found.columns, [`${given.title}_comment`, inWords(beside)]] }
}

const ticksWithComments: Kind = (given) => {
  const found = ticks(given)
  const comments = (given.subquestions[0] ?? []).map(({ code, text }): [string, Question] => [
    `${given.title}_${code}comment`,
    {
      key: `${given.base.key}-${code.toLowerCase()}-said`.slice(0, 40),
      type: 'short-text',
      text: shortened(`${given.line} ${plainLine(text)}: say more`, longestText),
    },
  ])
  given.notes.push(`“${given.title}”: the comments beside its answers are questions of their own here`)
  return {
    questions: [...found.questions, ...comments.map(([, question]) => question)],
    columns: [...found.columns, ...comments.map(([name, question]): [string, ColumnMeaning] => [name, inWords(question)])],
  }
}

const fivePoints: Kind = ({ base, title, notes }) => {
  const question: Question = { ...base, type: 'scale', least: 1, most: 5, ends: { least: 'lowest', most: 'highest' } }
  notes.push(`“${title}”: LimeSurvey does not say what 1 and 5 mean. Say it in the questions`)
  return { questions: [question], columns: [[title, whole(question, fixed(five))]] }
}

const yesNo: Kind = ({ base, title }) => {
  const question: Question = { ...base, type: 'yes-no' }
  return { questions: [question], columns: [[title, whole(question, fixed({ Y: '', N: '' }), ['yes', 'no'])]] }
}

const ranking: Kind = ({ base, title, answers: [answers = []], subquestions: [subquestions = []] }) => {
  const things = answers.length > 0 ? answers : subquestions
  const options = optionsOf(things)
  const question: Question = { ...base, type: 'ranking', options }
  return { questions: [question], columns: places(question, title, things, valuesOf(options)) }
}

const number: Kind = ({ base, title, attributes }) => {
  const [least, most] = [numberIn(attributes.min_num_value_n), numberIn(attributes.max_num_value_n)]
  const unit = plainLine(attributes.suffix || attributes.prefix || '')
  const question: Question = {
    ...base,
    type: 'number',
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(attributes.num_value_int_only !== '1' && { places: 2 }),
    ...(unit && { unit: shortened(unit, 20) }),
  }
  return { questions: [question], columns: [[title, whole(question)]] }
}

const date: Kind = ({ base, title, attributes }) => {
  const bound = (on = '') => (/^\d{4}-\d{2}-\d{2}/.test(on) ? on.slice(0, 10) : undefined)
  const [least, most] = [bound(attributes.date_min), bound(attributes.date_max)]
  const question: Question = { ...base, type: 'date', ...(least && { least }), ...(most && { most }) }
  return { questions: [question], columns: [[title, inWords(question)]] }
}

const file: Kind = ({ base, title, attributes }) => {
  const most = Math.max(1, Math.min(5, numberIn(attributes.max_num_of_files) ?? 1))
  const question: Question = { ...base, type: 'file', kinds: ['pictures', 'documents'], most, largest: 10 }
  return { questions: [question], columns: [[title, inWords(question)]] }
}

const information: Kind = ({ base, words: said, help }) => {
  const text = [said, plainWords(help)].filter(Boolean).join('\n\n') || base.text
  return { questions: [{ key: base.key, type: 'information', text: shortened(text, 5000) }], columns: [] }
}

const ten: Codes = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [String(at + 1), String(at + 1)]))
const five: Codes = Object.fromEntries(Object.entries(ten).slice(0, 5))

/** What each type of LimeSurvey, by its letter, is here. */
export const kinds: Readonly<Record<string, Kind>> = {
  L: (given) => listed(given, 'one-of', given.answers[0] ?? []),
  '!': (given) => listed(given, 'drop-down', given.answers[0] ?? []),
  O: listWithComment,
  G: (given) => listed(given, 'one-of', fixed({ F: 'Female', M: 'Male' })),
  '5': fivePoints,
  Y: yesNo,
  M: ticks,
  P: ticksWithComments,
  R: ranking,
  N: number,
  K: boxes('number'),
  Q: boxes('short-text'),
  ':': boxes('number'),
  ';': boxes('short-text'),
  S: words('short-text', 1000),
  T: words('long-text', 20_000),
  U: words('long-text', 20_000),
  D: date,
  '|': file,
  X: information,
  A: table(five),
  B: table(ten),
  C: table({ Y: 'Yes', N: 'No', U: 'Uncertain' }),
  E: table({ I: 'Increase', S: 'Same', D: 'Decrease' }),
  F: table(),
  H: table(),
  '1': table(),
}

import type { Option, Question } from '#capabilities/surveys'
import type { ColumnMeaning } from './lss-condition.ts'
import type { OurSettings } from './our-setting.ts'
import { plainLine, shortened } from './plain-text.ts'

/** A code of LimeSurvey and the words it stands for. */
export interface Coded {
  code: string
  text: string
}

/** A question of LimeSurvey with all that belongs to it, in one language. */
export interface LssQuestion {
  type: string
  /** Its code, as LimeSurvey names its columns by. */
  title: string
  text: string
  help: string
  isRequired: boolean
  hasOther: boolean
  /** By scale: most questions have one; subquestions of scale 1 are the columns of a table. */
  subquestions: readonly (readonly Coded[])[]
  answers: readonly (readonly Coded[])[]
  attributes: Readonly<Record<string, string>>
  ours: OurSettings | null
}

/** A question on its way: with its key, its words and whether it must be answered, and with what there is to say of it. */
export interface Given extends LssQuestion {
  base: Question
  /** Its text, with paragraphs; and on one line. */
  words: string
  line: string
  notes: string[]
}

/** The questions it becomes here, and what its columns mean; or why it becomes none. */
export type Found = { questions: Question[]; columns: [name: string, meaning: ColumnMeaning][] } | { reason: string }

export const longestText = 300

/** A column that is a whole question: each code a choice; without codes, what it holds. */
export const whole = (
  question: Question,
  codes: readonly Coded[] = [],
  values: readonly string[] = codes.map(({ code }) => code),
): ColumnMeaning => ({
  question: question.key,
  choicesOf: (code) => {
    const at = codes.findIndex((one) => one.code === code)
    if (code === '-oth-') return ['other']
    return at >= 0 ? [values[at] ?? ''] : codes.length === 0 ? [code] : null
  },
  all: null,
  numbers: codes.flatMap(({ code }, at) => (/^-?\d+(\.\d+)?$/.test(code) ? [[Number(code), values[at] ?? ''] as const] : [])),
})
/** A column of words, of which no condition can say more than whether there are any. */
export const inWords = (question: Question): ColumnMeaning => ({ question: question.key, choicesOf: () => null, all: null, numbers: [] })
/** A column of its own for each tick box. */
export const ticked = (question: Question, value: string): ColumnMeaning => ({
  question: question.key,
  choicesOf: (code) => (code === 'Y' ? [value] : null),
  all: [value],
  numbers: [],
})
/** The column of "something else", beside ticks and lists. */
export const otherColumn = (question: Question, title: string): [string, ColumnMeaning][] =>
  question.other ? [[`${title}_other`, { question: question.key, choicesOf: () => null, all: ['other'], numbers: [] }]] : []

/** A column for each place of an order: which thing has it. */
export const places = (question: Question, title: string, things: readonly Coded[], values: readonly string[]): [string, ColumnMeaning][] =>
  values.map((_, at) => [
    `${title}_${at + 1}`,
    {
      question: question.key,
      choicesOf: (code) => {
        const thing = values[things.findIndex((one) => one.code === code)]
        return thing === undefined ? null : [`${thing}:${at + 1}`]
      },
      all: values.map((value) => `${value}:${at + 1}`),
      numbers: [],
    },
  ])

/** A column for each row of a table. */
export const inRow = (question: Question, row: string, columns: readonly Coded[], values: readonly string[]): ColumnMeaning => ({
  question: question.key,
  choicesOf: (code) => {
    const at = columns.findIndex((one) => one.code === code)
    return at >= 0 ? [`${row}:${values[at]}`] : null
  },
  all: values.map((value) => `${row}:${value}`),
  numbers: columns.flatMap(({ code }, at) => (/^\d+$/.test(code) ? [[Number(code), `${row}:${values[at]}`] as const] : [])),
})

/** Codes and texts as options: each value and each label different, as they must be here. */
export function optionsOf(coded: readonly Coded[], named: Readonly<Record<string, string>> = {}): Option[] {
  const labels = new Set<string>()
  return coded.map(({ code, text }) => {
    const plain = plainLine(text) || code
    const label = labels.has(plain.toLowerCase()) ? `${plain} (${code})` : plain
    labels.add(plain.toLowerCase())
    const value = named[code] ?? (/^[A-Za-z0-9][\w.-]{0,79}$/.test(code) ? code : `c${code.replaceAll(/[^\w.-]/g, '').slice(0, 40)}`)
    return { value, label: shortened(label, 200) }
  })
}
export const valuesOf = (options: readonly Option[]) => options.map(({ value }) => value)
export const fixed = (codes: Readonly<Record<string, string>>): Coded[] => Object.entries(codes).map(([code, text]) => ({ code, text }))

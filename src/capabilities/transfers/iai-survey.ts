import { z } from 'zod'
import type { Question } from '#capabilities/surveys'
import { Refused } from '#platform/errors.ts'
import { type BroughtSurvey, keyLike, type Left, mistakeIn } from './brought-survey.ts'
import { checkWorkbook, isLetters } from './iai-check.ts'
import { placeOf, type ResponseSheet, rowsOf, type SheetRow } from './iai-sheet.ts'
import { optionsOf } from './lss-column.ts'
import { plainLine, shortened } from './plain-text.ts'
import { placed } from './survey-json.ts'
import type { Sheet } from './workbook.ts'

/** The key of a question whose answers are in this column of the responses. */
export const columnKey = (letters: string) => `column-${letters.toLowerCase()}`
/** The key of a question about who answered, by its words. */
export const aboutKey = (text: string) => keyLike(`about-${text}`)
/** The key of a question of this number. */
export const numberKey = (number: number) => `question-n${number}`

const mostOptions = 50

/** i.AI's workbook says which column each question is in, and not what its answers are: these are in the responses. */
export function readIaiWorkbook(sheets: readonly Sheet[], responses: ResponseSheet | null): BroughtSurvey {
  const rows = rowsOf(sheets)
  if (rows.length === 0) throw new Refused('There are no questions in this workbook: each sheet needs a header that begins “Column ID”.')
  const questions: Question[] = []
  const left: Left[] = []
  for (const [at, row] of rows.entries()) {
    const asked = questionsOf(row, responses)
    const wrong = 'reason' in asked ? asked.reason : asked.map(mistakeIn).find((mistake) => mistake !== null)
    const isTwice = !('reason' in asked) && asked.some(({ key }) => questions.some((one) => one.key === key))
    if ('reason' in asked || wrong || isTwice)
      left.push({ row: at + 1, reason: `${row.sheet}, row ${row.row}: ${isTwice ? 'its column is another question’s' : wrong}` })
    else questions.push(...asked)
  }
  const checks = checkWorkbook(rows, responses)
  const demographic = rows.filter(({ kind }) => kind === 'demographic').length
  return {
    layout: 'i.AI workbook',
    title: 'Consultation from i.AI',
    promise: 'linked',
    questions,
    read: rows.length,
    left,
    notes: [
      ...(demographic > 0
        ? [
            `Questions about who answered that came in as ordinary questions: ${demographic}. If one asks what the equality questions ask, put the shared questions in its place`,
          ]
        : []),
      ...checks.filter(({ passed }) => passed === false).map(({ number, name, says }) => `Check ${number} (${name}) did not pass: ${says}`),
    ],
    languages: [],
    checks,
  }
}

function questionsOf(row: SheetRow, responses: ResponseSheet | null): Question[] | { reason: string } {
  const text = shortened(plainLine(row.text), 300)
  if (!isLetters(row.column)) return { reason: `“${row.column}” is no column` }
  if (text === '') return { reason: 'it has no title' }
  const open: Question = { key: columnKey(row.column), type: 'long-text', text, limit: 20_000 }
  if (row.kind === 'open') return [open]
  const column = row.kind === 'hybrid' ? row.closed : row.column
  if (!isLetters(column)) return { reason: `“${column}” is no column` }
  if (!responses) return { reason: 'its answers are not in this file. Name the file of responses with --responses' }
  const found = [...(responses.columns[placeOf(column)]?.different ?? [])]
  if (found.length < 2 || found.length > mostOptions)
    return { reason: `column ${column} of the responses has ${found.length} different answers; a question has 2 to ${mostOptions}` }
  const options = optionsOf(found.map((label) => ({ code: label, text: label })))
  const closed: Question = { key: columnKey(column), type: found.length > 15 ? 'drop-down' : 'one-of', text, options: distinct(options) }
  return row.kind === 'hybrid' ? [closed, { ...open, text: shortened(`In your own words: ${text}`, 300) }] : [closed]
}

/** Values made of labels may come out alike. */
const distinct = (options: NonNullable<Question['options']>) =>
  options.map((option, at) =>
    options.findIndex(({ value }) => value === option.value) === at
      ? option
      : { ...option, value: `${option.value.slice(0, 70)}-v${at + 1}` },
  )

/** What respondents said of themselves: a question, and the different answers there are to it. */
const aboutRespondents = z.strictObject({ about: z.string().min(1), answers: z.array(z.string()) })

const question = z.looseObject({
  question_number: z.number().int(),
  question_text: z.string().min(1),
  question_multiple_choice_options: z.array(z.string()).nullish(),
  multi_choice_options: z.array(z.string()).nullish(),
})

/** True where it is one of i.AI's questions, or a list of them. */
export const isIaiQuestion = (json: unknown) => {
  const one = Array.isArray(json) ? json[0] : json
  return typeof one === 'object' && one !== null && 'question_text' in one
}

/** i.AI's questions as JSON: one, or a list. Choices with text beside them are two questions here. */
export function readIaiQuestions(json: unknown): BroughtSurvey {
  const given = [json].flat()
  const questions: Question[] = []
  const left: Left[] = []
  for (const [at, one] of given.entries()) {
    const about = aboutRespondents.safeParse(one)
    const read = question.safeParse(one)
    const asked = about.success ? [asAbout(about.data)] : read.success ? asQuestions(read.data) : []
    const wrong = asked.length > 0 ? asked.map(mistakeIn).find((mistake) => mistake !== null) : placed(read.error ?? new z.ZodError([]))
    const isTwice = asked.some(({ key }) => questions.some((other) => other.key === key))
    if (wrong || isTwice) left.push({ row: at + 1, reason: isTwice ? 'its number is another question’s' : (wrong ?? '') })
    else questions.push(...asked)
  }
  return {
    layout: 'i.AI questions',
    title: 'Consultation from i.AI',
    promise: 'linked',
    questions,
    read: given.length,
    left,
    notes: [],
    languages: [],
  }
}

function asAbout({ about, answers }: z.infer<typeof aboutRespondents>): Question {
  const options = distinct(optionsOf(answers.map((label) => ({ code: label, text: label }))))
  return { key: aboutKey(about), type: answers.length > 15 ? 'drop-down' : 'one-of', text: shortened(plainLine(about), 300), options }
}

function asQuestions({
  question_number,
  question_text,
  question_multiple_choice_options,
  multi_choice_options,
}: z.infer<typeof question>): Question[] {
  const labels = question_multiple_choice_options ?? multi_choice_options ?? []
  const text = shortened(plainLine(question_text), 300)
  const key = numberKey(question_number)
  const open: Question = { key, type: 'long-text', text, limit: 20_000 }
  if (labels.length === 0) return [open]
  const options = distinct(optionsOf(labels.map((label) => ({ code: label, text: label }))))
  return [
    { key: `${key}-choice`, type: 'some-of', text, options },
    { ...open, text: shortened(`In your own words: ${text}`, 300) },
  ]
}

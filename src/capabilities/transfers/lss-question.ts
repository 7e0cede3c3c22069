import { type Question, typeOf } from '#capabilities/surveys'
import { keyOf } from './brought-survey.ts'
import {
  type Coded,
  type Found,
  type Given,
  inRow,
  type LssQuestion,
  longestText,
  optionsOf,
  otherColumn,
  places,
  ticked,
  valuesOf,
  whole,
} from './lss-column.ts'
import type { ColumnMeaning } from './lss-condition.ts'
import { kinds } from './lss-kind.ts'
import { plainLine, plainWords, shortened } from './plain-text.ts'

type Mapped = { questions: Question[]; columns: [name: string, meaning: ColumnMeaning][]; notes: string[] } | { reason: string }

/** Brings one question over: one question here or several, what its columns mean, and what changed on the way. Or says why it is nothing here. */
export function mapQuestion(question: LssQuestion, taken: ReadonlySet<string>): Mapped {
  const { type, title, attributes, ours } = question
  if (attributes.hidden === '1' && !ours) return { reason: `“${title}” is hidden: people are never asked it` }
  const notes: string[] = []
  const words = plainWords(question.text)
  const line = plainLine(question.text) || title
  const help = plainLine(question.help)
  const base: Question = {
    key: ours && !taken.has(ours.key) ? ours.key : keyOf(title, taken),
    type: '',
    text: shortened(line, longestText),
    ...(help && { hint: shortened(help, 500) }),
    ...(question.isRequired && { required: true }),
  }
  if ([...help].length > 500) notes.push(`“${title}”: its help is longer than 500 characters and was shortened`)

  const given: Given = { ...question, base, words, line, notes }
  const kind = kinds[type]
  if (!kind)
    return {
      reason: `“${title}” is ${unknownTypes[type] ?? `of a type we do not know (${type || 'none'})`}: there is nothing like it here`,
    }
  const found = ours ? asOurs(given, ours) : kind(given)
  if ('reason' in found) return { reason: `“${title}”: ${found.reason}` }
  const isLong = [...line].length > longestText && found.questions[0]?.type !== 'information'
  if (!isLong) return { ...found, notes }
  notes.push(`“${title}”: its text is longer than ${longestText} characters, so all of it stands as information before the question`)
  const before: Question = { key: keyOf(`${base.key}-text`, taken), type: 'information', text: shortened(words, 5000) }
  return { questions: [before, ...found.questions], columns: found.columns, notes }
}

const unknownTypes: Readonly<Record<string, string>> = { I: 'a switch of languages', '*': 'a sum that nobody is asked' }

// Types whose options, or rows, are their author's.
const withOptions = new Set(['one-of', 'some-of', 'drop-down', 'ranking', 'matrix', 'budget'])

/** One that we wrote: its type and settings are ours, its words LimeSurvey's. */
function asOurs(
  { base, title, words, hasOther, answers: [answers = []], subquestions: [subquestions = []] }: Given,
  ours: NonNullable<LssQuestion['ours']>,
): Found {
  const { type, set } = ours
  // Ticks, the shares of a budget and the rows of a table are subquestions there; other choices are answers.
  const choices: readonly Coded[] = type === 'some-of' || type === 'budget' ? subquestions : answers
  const hasOptions = withOptions.has(type)
  const options = optionsOf(choices, ours.options)
  const rows = optionsOf(subquestions, ours.rows)
  const question = {
    ...base,
    ...set,
    type,
    ...(type === 'information' && { text: words }),
    ...(hasOptions && { options }),
    ...(hasOptions && hasOther && { other: true }),
    ...(type === 'matrix' && { rows }),
  } as Question
  const values = valuesOf(options)
  const name = (code: string) => `${title}_${code}`
  if (type === 'matrix')
    return {
      questions: [question],
      columns: subquestions.map(({ code }, at) => [name(code), inRow(question, rows[at]?.value ?? '', answers, values)]),
    }
  if (type === 'some-of') {
    const ticks = subquestions.map(({ code }, at): [string, ColumnMeaning] => [name(code), ticked(question, values[at] ?? '')])
    return { questions: [question], columns: [...ticks, ...otherColumn(question, title)] }
  }
  if (type === 'ranking') return { questions: [question], columns: places(question, title, choices, values) }
  if (type === 'yes-no') return { questions: [question], columns: [[title, whole(question, yesAndNo, ['yes', 'no'])]] }
  return { questions: [question], columns: [[title, whole(question, choices, values)], ...otherColumn(question, title)] }
}

const yesAndNo: Coded[] = typeOf({ type: 'yes-no' })
  .choices({ key: '', type: 'yes-no', text: '' })
  .map(({ label }) => ({ code: label.slice(0, 1), text: label }))

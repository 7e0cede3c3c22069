import { z } from 'zod'
import { Checkboxes, Input, Textarea } from '#design'
import type { Body } from '#platform/forms.ts'
import {
  type Column,
  type FieldProps,
  type Given,
  missing,
  type Option,
  type Question,
  type QuestionType,
  type Reading,
  type Summary,
  sent,
  shownAt,
  type Tally,
  tooLong,
  wordsSent,
} from '../question.ts'
import { labelIn, labelList, withGone } from './options.ts'
import { ticked, wording } from './wording.ts'

const otherLimit = 500
export const otherField = (question: Question) => `${question.key}-other`

export const optionSettings = z.object({ ...wording, labels: labelList('answers to choose from', 2, 50), other: ticked })

export const OptionSettings: QuestionType['SettingsFields'] = ({ values, errors }) => (
  <>
    <LabelsField name="labels" label="Answers to choose from" values={values} errors={errors} />
    <Checkboxes
      name="other"
      items={[{ value: 'yes', text: 'Also offer “Something else”, with a box to say what', checked: Boolean(values.other) }]}
    />
  </>
)

/** Labels, typed one on a line. */
export const LabelsField = ({
  name,
  label,
  values,
  errors,
}: Parameters<QuestionType['SettingsFields']>[0] & { name: string; label: string }) => (
  <Textarea
    id={name}
    name={name}
    label={{ text: label, size: 's' }}
    hint="One on each line, in the order people will see them."
    rows={6}
    value={values[name]}
    errorMessage={errors[name] ? { text: errors[name] } : undefined}
  />
)

export const optionFields = (question: Question) => (question.other ? [question.key, otherField(question)] : [question.key])

/** The choices made, which must be among the options, and the words beside them. Typing what else counts as choosing it. */
export function readChoices(question: Question, offered: readonly Option[], body: Body, most: number): Reading {
  const asked = [...new Set(sent(body, question.key))].slice(most === 1 ? -1 : 0)
  const words = question.other ? wordsSent(body, otherField(question)) : ''
  const known = offered.flatMap(({ value }) => (asked.includes(value) ? [value] : []))
  const choices = words && !known.includes('other') && (most > 1 || known.length === 0) ? [...known, 'other'] : known

  const mistakes: Record<string, string> = {}
  if (asked.some((value) => !choices.includes(value))) mistakes[question.key] = `Choose from the answers shown for “${question.text}”`
  else if (question.required && choices.length === 0) mistakes[question.key] = missing(question, `Choose an answer to “${question.text}”`)
  const long = tooLong(words, otherLimit, `What you say under “Something else” for “${question.text}”`)
  if (long) mistakes[otherField(question)] = long
  return { choices: choices.length ? choices : null, words: words || null, mistakes }
}

export const typedChoices = (question: Question, { choices, words }: Given): Body => ({
  ...(choices && { [question.key]: [...choices] }),
  ...(question.other && words && { [otherField(question)]: words }),
})

export const OtherWords = ({ question, values, errors }: FieldProps) => (
  <Input
    id={otherField(question)}
    name={otherField(question)}
    label="If it is something else, tell us what"
    value={shownAt(values, otherField(question))}
    errorMessage={errors[otherField(question)]}
    formGroup={{ classes: 'nhsuk-u-margin-top-4' }}
  />
)

/** As for a macro's form group: the box for something else, after the options. */
export const afterOptions = (props: FieldProps) => (props.question.other ? { afterInputs: { html: <OtherWords {...props} /> } } : undefined)

/** "Bus, Something else: by tractor". */
export function shownChoices(offered: readonly Option[], { choices, words }: Given): string {
  const labels = (choices ?? []).map((value) => labelIn(offered, value)).join(', ')
  return [labels, words].filter(Boolean).join(': ')
}

/** What was said under "Something else", in a column of its own, so that it never stands in for the tick. */
export const otherColumn = (question: Question): Column[] =>
  question.other ? [{ key: otherField(question), label: `${question.text}: something else, in words`, values: null }] : []

export const otherCell = (question: Question, { words }: Given): Record<string, string> =>
  question.other && words ? { [otherField(question)]: words } : {}

/** Every option in its order, those nobody chose too; then what was chosen and is offered no longer. */
export function countChoices(question: Question, offered: readonly Option[], { answered, choices }: Tally, several = false): Summary {
  const rows = withGone(offered, Object.keys(choices)).map(({ value, label }) => ({ value, label, count: choices[value] ?? 0 }))
  return { answered, parts: [{ key: question.key, text: question.text, answered, several, rows }] }
}

import { z } from 'zod'
import { Checkboxes, Input, Textarea } from '#design'
import {
  type FieldProps,
  type Question,
  type QuestionType,
  type Reading,
  type Summary,
  sent,
  type Tally,
  tooLong,
  wordsSent,
} from '../question.ts'
import { offersOther, wording } from './wording.ts'

const otherLimit = 500
const otherField = (question: Question) => `${question.key}-other`

/** Options are typed one on a line. */
export const optionSettings = z.object({
  ...wording,
  labels: z
    .string('Enter at least 2 answers to choose from, one on each line')
    .transform((lines) => lines.split('\n').flatMap((line) => line.trim() || []))
    .refine((labels) => labels.length >= 2, 'Enter at least 2 answers to choose from, one on each line')
    .refine((labels) => labels.length <= 50, 'Enter 50 answers to choose from or fewer')
    .refine((labels) => labels.every((label) => label.length <= 200), 'Each answer must be 200 characters or fewer')
    .refine(
      (labels) => new Set(labels.map((label) => label.toLowerCase())).size === labels.length,
      'Two answers are the same: change or remove one',
    ),
  other: offersOther,
})

export const OptionSettings: QuestionType['SettingsFields'] = ({ values, errors }) => (
  <>
    <Textarea
      id="labels"
      name="labels"
      label={{ text: 'Answers to choose from', size: 's' }}
      hint="One on each line, in the order people will see them."
      rows={6}
      value={values.labels}
      errorMessage={errors.labels ? { text: errors.labels } : undefined}
    />
    <Checkboxes
      name="other"
      items={[{ value: 'yes', text: 'Also offer “Something else”, with a box to say what', checked: Boolean(values.other) }]}
    />
  </>
)

/** The choices made, which must be among the options, and the words beside them. Typing what else counts as choosing it. */
export function readChoices(question: Question, body: Parameters<QuestionType['answer']>[1], most: number): Reading {
  const offered = offeredBy(question)
  const asked = [...new Set(sent(body, question.key))].slice(most === 1 ? -1 : 0)
  const words = question.other ? wordsSent(body, otherField(question)) : ''
  const known = offered.flatMap(({ value }) => (asked.includes(value) ? [value] : []))
  const choices = words && !known.includes('other') && (most > 1 || known.length === 0) ? [...known, 'other'] : known

  const mistakes: Record<string, string> = {}
  if (asked.some((value) => !choices.includes(value))) mistakes[question.key] = `Choose from the answers shown for “${question.text}”`
  else if (question.required && choices.length === 0) mistakes[question.key] = `Choose an answer to “${question.text}”`
  const long = tooLong(words, otherLimit, `What you say under “Something else” for “${question.text}”`)
  if (long) mistakes[otherField(question)] = long
  return { choices: choices.length ? choices : null, words: words || null, mistakes }
}

/** The options, and the one that stands for all others. */
export const offeredBy = (question: Question) => [
  ...(question.options ?? []),
  ...(question.other ? [{ value: 'other', label: 'Something else' }] : []),
]

export const OtherWords = ({ question, values, errors }: FieldProps) => (
  <Input
    id={otherField(question)}
    name={otherField(question)}
    label="If it is something else, tell us what"
    value={wordsTyped(values, otherField(question))}
    errorMessage={errors[otherField(question)]}
    formGroup={{ classes: 'nhsuk-u-margin-top-4' }}
  />
)

const wordsTyped = (values: FieldProps['values'], name: string) => [values[name] ?? ''].flat().at(-1)

/** Every option in its order, those nobody chose too; then what was chosen and is offered no longer. */
export function countChoices(question: Question, { answered, choices }: Tally): Summary {
  const offered = offeredBy(question)
  const gone = Object.keys(choices).filter((value) => !offered.some((option) => option.value === value))
  const rows = [...offered, ...gone.map((value) => ({ value, label: value }))]
  return { answered, rows: rows.map(({ value, label }) => ({ value, label, count: choices[value] ?? 0 })) }
}

/** Give each label a value: the one it had before, or a new one made of its letters. Answers are kept by these. */
export function settleOptions(labels: readonly string[], before: NonNullable<Question['options']> = []) {
  const had = new Map(before.map(({ label, value }) => [label, value]))
  const taken = new Set(['other', ...before.map(({ value }) => value)])
  return labels.map((label) => {
    const kept = had.get(label)
    if (kept) return { value: kept, label }
    const letters =
      label
        .toLowerCase()
        .normalize('NFD')
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')
        .slice(0, 40) || 'option'
    const value =
      [letters, ...Array.from({ length: 99 }, (_, at) => `${letters}-${at + 2}`)].find((candidate) => !taken.has(candidate)) ?? letters
    taken.add(value)
    return { value, label }
  })
}

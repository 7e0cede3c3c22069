import { z } from 'zod'
import { Input, Textarea } from '#design'
import type { Body } from '#platform/forms.ts'
import {
  askedAs,
  type Given,
  missing,
  type Option,
  type Question,
  type QuestionType,
  type SummaryPart,
  shownAt,
  wordsSent,
} from '../question.ts'
import { sumOf } from './numbers.ts'
import { halvesOf, withGone } from './options.ts'
import { OnPaper, WritingBox } from './paper.tsx'
import { optionalWords, wording } from './wording.ts'

const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/
const firstHalf = /^[A-Z]{1,2}\d[A-Z\d]?$/

/**
 * A postcode of the United Kingdom, of which only the area is kept ("RM1", some thousands of homes) unless its author gives a reason. Whether
 * such a postcode exists is not looked up. Where an installation has a directory of postcodes, `withDecile` adds what it says of the place as the
 * answer is received.
 */
export const postcode: QuestionType = {
  name: 'postcode',
  label: 'A postcode',
  settings: z.object({ ...wording, reason: optionalWords('The reason', 300) }),
  SettingsFields: ({ values, errors }) => (
    <Textarea
      id="reason"
      name="reason"
      label={{ text: 'Why you need the whole postcode (optional)', size: 's' }}
      hint="Leave this empty, and only the area is kept, such as RM1. If you give a reason, people read it, and the whole postcode is kept apart from their answers. A survey that is anonymous cannot ask for it."
      rows={2}
      value={values.reason}
      errorMessage={errors.reason ? { text: errors.reason } : undefined}
    />
  ),
  fields: ({ key }) => [key],
  answer: (question, body) => {
    const typed = wordsSent(body, question.key)
    if (!typed) {
      const mistakes = question.required ? { [question.key]: missing(question, `Enter a postcode for “${question.text}”`) } : {}
      return { choices: null, words: null, mistakes }
    }
    const full = postcodeTyped(question, body)
    const area = full?.split(' ')[0] ?? (!question.reason && firstHalf.test(tidied(typed)) ? tidied(typed) : null)
    if (!area) return { choices: null, words: null, mistakes: { [question.key]: `Enter a postcode for “${question.text}”, like RM1 3BD` } }
    return { choices: [`area:${area}`], words: null, ...(question.reason && full && { apart: full }), mistakes: {} }
  },
  passing: postcodeTyped,
  typed: ({ key }, given) => {
    const known = given.apart ?? halfOf(given, 'area')
    return known ? { [key]: known } : {}
  },
  Field: ({ question, values, errors }) => (
    <Input
      id={question.key}
      name={question.key}
      label={{ text: askedAs(question), size: 'm' }}
      hint={[question.hint, whatIsKept(question)].filter(Boolean).join(' ')}
      width={10}
      autocomplete="postal-code"
      spellcheck={false}
      autocapitalize="characters"
      value={shownAt(values, question.key)}
      errorMessage={errors[question.key]}
    />
  ),
  Paper: (props) => (
    <OnPaper {...props} how={whatIsKept(props.question)}>
      <WritingBox width={10} />
    </OnPaper>
  ),
  shown: (_, given) => given.apart ?? halfOf(given, 'area') ?? '',
  choices: () => [],
  offers: () => true,
  summarise: ({ key, text }, { choices }) => {
    const areas = part({ key, text }, countsOf(choices, 'area').toSorted(byValue))
    const deciles = part({ key: `${key}:decile`, text: `${text}: deprivation` }, countedDeciles(choices))
    return { answered: areas.answered, parts: deciles.answered > 0 ? [areas, deciles] : [areas] }
  },
  columns: ({ key, text }) => [
    { key: `${key}.area`, label: `${text}: area`, values: null },
    { key: `${key}.decile`, label: `${text}: deprivation decile`, values: decileOptions },
  ],
  cells: ({ key }, given) =>
    Object.fromEntries(
      ['area', 'decile'].flatMap((half) => {
        const known = halfOf(given, half)
        return known ? [[`${key}.${half}`, known]] : []
      }),
    ),
}

/** The whole postcode that was typed, as "RM1 3BD"; null where it is none. */
function postcodeTyped(question: Question, body: Body): string | null {
  const found = whole.exec(tidied(wordsSent(body, question.key)))
  return found ? `${found[1]} ${found[2]}` : null
}

/** The answer with the deprivation decile of its place, from 1 (the most deprived tenth of England) to 10. */
export const withDecile = <T extends Given>(given: T, decile: number): T =>
  given.choices && Number.isInteger(decile) && decile >= 1 && decile <= 10
    ? { ...given, choices: [...given.choices.filter((choice) => !choice.startsWith('decile:')), `decile:${decile}`] }
    : given

const tidied = (typed: string) => typed.toUpperCase().replaceAll(/[^A-Z\d]/g, '')

const whatIsKept = ({ reason }: Question) =>
  reason
    ? `We keep your whole postcode apart from your answers. Why we ask for it: ${reason}`
    : 'For example, RM1 3BD. We keep only the first half, which many homes share.'

const halfOf = ({ choices }: Given, half: string) => choices?.map(halvesOf).find(([name]) => name === half)?.[1]

const decileOptions: Option[] = Array.from({ length: 10 }, (_, at) => ({
  value: String(at + 1),
  label: at === 0 ? '1: most deprived tenth' : at === 9 ? '10: least deprived tenth' : String(at + 1),
}))

const countsOf = (choices: Readonly<Record<string, number>>, half: string) =>
  Object.entries(choices).flatMap(([choice, count]) => {
    const [name, value] = halvesOf(choice)
    return name === half ? [{ value, label: value, count }] : []
  })

function countedDeciles(choices: Readonly<Record<string, number>>): SummaryPart['rows'] {
  const counts = countsOf(choices, 'decile')
  return withGone(
    decileOptions,
    counts.map(({ value }) => value),
  ).map((option) => ({ ...option, count: counts.find(({ value }) => value === option.value)?.count ?? 0 }))
}

const byValue = (one: Option, other: Option) => one.value.localeCompare(other.value, 'en-GB', { numeric: true })
const part = (of: { key: string; text: string }, rows: SummaryPart['rows']): SummaryPart => ({
  ...of,
  answered: sumOf(rows),
  several: false,
  rows,
})

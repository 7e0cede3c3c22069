import { z } from 'zod'
import { DateField, DateInput, formatDate } from '#design'
import type { Body } from '#platform/forms.ts'
import { dateTyped } from '#platform/typed-dates.ts'
import { askedAs, missing, type Question, type QuestionType, type SummaryPart, shownAt, wordsSent } from '../question.ts'
import { bandsOf, sumOf } from './numbers.ts'
import { OnPaper, WritingBox } from './paper.tsx'
import { wording } from './wording.ts'

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const
const fieldOf = (key: string, part: (typeof parts)[number]['part']) => `${key}.${part}`

export const date: QuestionType = {
  name: 'date',
  label: 'A date',
  settings: z.object({ ...wording, ...typedDate('least'), ...typedDate('most') }).transform((typed, check) => {
    const { text, hint, mistake, required } = typed
    const [least, most] = [boundIn(typed, 'least', check), boundIn(typed, 'most', check)]
    if (least && most && least > most)
      check.addIssue({ code: 'custom', path: ['most-day'], message: 'The latest date must be after the earliest' })
    return { text, hint, mistake, required, least, most }
  }),
  SettingsFields: ({ values, errors }) => (
    <>
      <DateField name="least" label="The earliest it can be (optional)" values={values} error={errors['least-day']} />
      <DateField name="most" label="The latest it can be (optional)" values={values} error={errors['most-day']} />
    </>
  ),
  fields: ({ key }) => parts.map(({ part }) => fieldOf(key, part)),
  answer: (question, body) => {
    const typed = parts.map(({ part }) => wordsSent(body, fieldOf(question.key, part)))
    const isEmpty = typed.every((words) => words === '')
    const given = isEmpty ? null : dateIn(typed)
    const mistake = isEmpty
      ? question.required && missing(question, `Enter a date for “${question.text}”`)
      : wrongWith(question, given, typed)
    return {
      choices: given && !mistake ? [given] : null,
      words: null,
      mistakes: mistake ? { [fieldOf(question.key, 'day')]: mistake } : {},
    }
  },
  typed: ({ key }, { choices }) => {
    const [year = '', month = '', day = ''] = choices?.[0]?.split('-') ?? []
    return year ? { [fieldOf(key, 'day')]: plain(day), [fieldOf(key, 'month')]: plain(month), [fieldOf(key, 'year')]: year } : {}
  },
  Field: ({ question, values, errors }) => {
    const error = errors[fieldOf(question.key, 'day')] ?? errors[question.key]
    return (
      <DateInput
        id={question.key}
        fieldset={{ legend: { text: askedAs(question), size: 'm' } }}
        hint={question.hint ?? 'For example, 27 3 2026.'}
        errorMessage={error}
        items={parts.map(({ part, label, width }) => ({
          id: fieldOf(question.key, part),
          name: fieldOf(question.key, part),
          label,
          classes: `nhsuk-input--width-${width}${error ? ' nhsuk-input--error' : ''}`,
          value: shownAt(values, fieldOf(question.key, part)),
        }))}
      />
    )
  },
  Paper: (props) => (
    <OnPaper {...props}>
      {parts.map(({ label, width }) => (
        <WritingBox label={label} width={width} />
      ))}
    </OnPaper>
  ),
  shown: (_, { choices }) => (choices?.[0] ? formatDate(choices[0]) : ''),
  choices: () => [],
  offers: () => true,
  summarise: ({ key, text }, { choices }) => {
    const rows = byMonthOrYear(Object.entries(choices).filter(([choice]) => /^\d{4}-\d{2}-\d{2}$/.test(choice)))
    return { answered: sumOf(rows), parts: [{ key, text, answered: sumOf(rows), several: false, rows }] }
  },
  columns: ({ key, text }) => [{ key, label: text, values: null }],
  cells: ({ key }, { choices }) => (choices?.[0] ? { [key]: choices[0] } : {}),
}

const plain = (digits: string) => String(Number(digits))
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What was typed as day, month and year, as 2026-09-30; a month may be a word. Null where there is no such day. */
function dateIn([day = '', month = '', year = '']: readonly string[]): string | null {
  const named = months.indexOf(month.toLowerCase().slice(0, 3)) + 1
  return (
    dateTyped({ 'it-day': day, 'it-month': /^[a-z]{3,9}$/i.test(month) && named ? String(named) : month, 'it-year': year }, 'it') || null
  )
}

function wrongWith({ text, least, most }: Question, given: string | null, typed: readonly string[]): string | undefined {
  const yours = `Your date for “${text}”`
  const left = parts.filter((_, at) => typed[at] === '').map(({ part }) => part)
  if (left.length > 0) return `${yours} must include a ${left.join(' and a ')}`
  if (given === null) return `${yours} must be a real date, like 27 3 2026`
  if (least !== undefined && given < String(least)) return `${yours} must be ${formatDate(String(least))} or later`
  if (most !== undefined && given > String(most)) return `${yours} must be ${formatDate(String(most))} or earlier`
  return undefined
}

const mostMonths = 24

/** A row for each month from the first to the last, where they are two years or fewer; otherwise years, in tens where they are many. */
function byMonthOrYear(counted: readonly (readonly [string, number])[]): SummaryPart['rows'] {
  const monthOf = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
  const given = counted.map(([on]) => monthOf(on))
  const [first, last] = [given.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY), given.reduce((a, b) => Math.max(a, b), 0)]
  if (last - first >= mostMonths)
    return bandsOf(counted.map(([on, count]) => [Number(on.slice(0, 4)), count])).map((row) => ({
      ...row,
      label: row.value.replace('..', ' to '),
    }))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = first + at
    const value = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
    const count = counted.reduce((sum, [on, times]) => sum + (on.startsWith(value) ? times : 0), 0)
    return { value, label: formatDate(`${value}-01`).replace(/^1 /, ''), count }
  })
}

function typedDate<Name extends 'least' | 'most'>(name: Name) {
  const typed = z.string().optional()
  return { [`${name}-day`]: typed, [`${name}-month`]: typed, [`${name}-year`]: typed } as Record<
    `${Name}-${(typeof parts)[number]['part']}`,
    typeof typed
  >
}

function boundIn(typed: object, name: 'least' | 'most', check: z.core.$RefinementCtx): string | undefined {
  const on = dateTyped(typed as Body, name)
  if (on === null)
    check.addIssue({
      code: 'custom',
      path: [`${name}-day`],
      message: `The ${name === 'least' ? 'earliest' : 'latest'} date must be a real date, like 27 3 2026`,
    })
  return on || undefined
}

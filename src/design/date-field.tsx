import { DateInput, type Html } from './nhsuk/index.ts'

interface Props {
  /** Its parts are posted as `name-day`, `name-month` and `name-year`. */
  name: string
  label: string
  hint?: string | Html
  /** What was typed, by the names of the parts. */
  values: object
  error?: string | undefined
}

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
]

/** A date, typed in three boxes. */
export function DateField({ name, label, hint = 'For example, 27 3 2026.', values, error }: Props) {
  const typed = values as Readonly<Record<string, string | undefined>>
  return (
    <DateInput
      id={name}
      fieldset={{ legend: { text: label, size: 's' } }}
      hint={hint}
      errorMessage={error}
      items={parts.map(({ part, label, width }) => ({
        name: `${name}-${part}`,
        id: `${name}-${part}`,
        label,
        classes: `nhsuk-input--width-${width}${error ? ' nhsuk-input--error' : ''}`,
        value: typed[`${name}-${part}`] ?? '',
      }))}
    />
  )
}

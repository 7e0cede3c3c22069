import { ActionLink, Button, DateField, DateInLondon, formatDate, Input, Mistakes, Radios, Table, Textarea } from '#design'
import type { Body, Form } from '#platform/forms.ts'
import type { PeriodInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { type Period, periodKindNames, periodKinds } from '../period.ts'

interface ListProps {
  commissioner: string
  periods: readonly Period[]
  knownTo: string
  maySet: boolean
  /** The year shown, and those there are. */
  year: string
  years: readonly string[]
}

export const PeriodsPage = ({ commissioner, periods, knownTo, maySet, year, years }: ListProps) => (
  <>
    <h1 class="nhsuk-heading-l">Holidays and pre-election periods in {year}</h1>
    <p>
      When you choose dates, we look at these. Bank holidays of England are known to <DateInLondon on={knownTo} />. Holiday times and
      elections are not the same everywhere: {maySet ? 'change them to yours.' : 'an administrator can change them.'}
    </p>
    {maySet && <ActionLink href={paths.newPeriod({ commissioner })} text="Add a holiday or a pre-election period" />}
    <nav aria-label="Years">
      <ul class="nhsuk-list gt-years">
        {years.map((one) => (
          <li>
            <a class="nhsuk-link" href={`${paths.periods({ commissioner })}?year=${one}`} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {periods.length === 0 ? (
      <p>None is known in {year}.</p>
    ) : (
      <Table
        responsive
        caption={{ text: `Holidays and pre-election periods in ${year}`, classes: 'nhsuk-u-visually-hidden' }}
        head={['What', 'Kind', 'First day', 'Last day', 'Where from']}
        rows={periods.map(({ key, kind, name, from, to, reason }) => [
          maySet
            ? {
                html: (
                  <a class="nhsuk-link" href={paths.period({ commissioner, key })}>
                    {name}
                  </a>
                ),
              }
            : name,
          periodKindNames[kind],
          formatDate(from),
          formatDate(to),
          reason,
        ])}
      />
    )}
  </>
)

interface FormProps {
  commissioner: string
  /** Null for a new one. */
  period: Period | null
  form: Form<PeriodInput>
  typed: Body | Readonly<Record<string, string>>
  removal: Form<{ reason: string }>
}

export const PeriodPage = ({ commissioner, period, form, typed, removal }: FormProps) => (
  <>
    <Mistakes
      errors={{ ...form.errors, ...(removal.errors.reason && { 'removal-reason': removal.errors.reason }) }}
      ids={{ from: 'from-day', to: 'to-day' }}
    />
    <h1 class="nhsuk-heading-l">{period ? `Change “${period.name}”` : 'Add a holiday or a pre-election period'}</h1>
    {period && <p>Where it is from: {period.reason}</p>}
    <form method="post" action={period ? paths.period({ commissioner, key: period.key }) : paths.periods({ commissioner })} novalidate>
      <Radios
        idPrefix="kind"
        name="kind"
        fieldset={{ legend: { text: 'What is it?', size: 's' } }}
        errorMessage={form.errors.kind}
        value={form.values.kind}
        items={periodKinds.map((kind) => ({ value: kind, text: periodKindNames[kind] }))}
      />
      <Input id="name" name="name" label="What it is called" value={form.values.name} errorMessage={form.errors.name} />
      <DateField name="from" label="First day" values={typed} error={form.errors.from} />
      <DateField name="to" label="Last day" values={typed} error={form.errors.to} />
      <Reason
        id="reason"
        label={period ? 'Why do you change it?' : 'Where do you know it from?'}
        value={form.values.reason}
        error={form.errors.reason}
      />
      <Button text={period ? 'Save changes' : 'Add it'} preventDoubleClick />
    </form>
    {period && (
      <form method="post" action={paths.periodRemoval({ commissioner, key: period.key })} novalidate>
        <h2 class="nhsuk-heading-m">Take it out</h2>
        <p>Do this where it is none in your area, as a May in which nobody votes. We will not look at it any more.</p>
        <Reason id="removal-reason" label="Why do you take it out?" value={removal.values.reason} error={removal.errors.reason} />
        <Button text="Take it out" variant="warning" preventDoubleClick />
      </form>
    )}
  </>
)

export const Reason = ({
  id,
  label,
  value,
  error,
}: {
  id: string
  label: string
  value: string | undefined
  error: string | undefined
}) => (
  <Textarea
    id={id}
    name="reason"
    label={{ text: label, size: 's' }}
    rows={3}
    value={value}
    errorMessage={error ? { text: error } : undefined}
  />
)

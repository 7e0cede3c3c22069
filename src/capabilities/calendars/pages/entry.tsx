import { Button, DateField, Input, Mistakes, Radios, Textarea } from '#design'
import type { Body, Form } from '#platform/forms.ts'
import type { EntryInput } from '../forms.ts'
import { paths } from '../paths.ts'
import type { OwnEntry } from '../planned.ts'
import { Dates } from './calendar.tsx'

/** Put something into the calendar by hand. `typed` holds the boxes of the dates as well. */
export const NewEntryPage = ({ commissioner, form, typed }: { commissioner: string; form: Form<EntryInput>; typed: Body }) => (
  <>
    <Mistakes errors={form.errors} ids={{ startsOn: 'startsOn-day', endsOn: 'endsOn-day' }} />
    <h1 class="nhsuk-heading-l">Add to the calendar</h1>
    <p>For what is not a consultation here: a roadshow, a partner’s survey, or a consultation that you do not want to draft yet.</p>
    <form method="post" action={paths.entries({ commissioner })} novalidate>
      <Input id="title" name="title" label="What is planned" value={form.values.title} errorMessage={form.errors.title} />
      <DateField name="startsOn" label="First day" values={typed} error={form.errors.startsOn} />
      <DateField name="endsOn" label="Last day" values={typed} error={form.errors.endsOn} />
      <Communities value={form.values.communities} error={form.errors.communities} />
      <Radios
        idPrefix="shared"
        name="shared"
        fieldset={{ legend: { text: 'Who can see it?', size: 's' } }}
        errorMessage={form.errors.shared}
        value={form.values.shared}
        items={[
          {
            value: 'yes',
            text: 'Everyone',
            hint: { text: 'It goes into our public calendar, and others who use this service see it early.' },
          },
          { value: 'no', text: 'Our staff' },
        ]}
      />
      <Button text="Add to the calendar" preventDoubleClick />
    </form>
  </>
)

export const Communities = ({ value, error }: { value: string | undefined; error: string | undefined }) => (
  <Textarea
    id="communities"
    name="communities"
    label={{ text: 'Communities it asks something of (optional)', size: 's' }}
    hint="One on each line, like “carers” or “people in Eastmoor”. Use the same words each time, so that we can see when too much is asked at once."
    rows={3}
    value={value}
    errorMessage={error ? { text: error } : undefined}
  />
)

export const EntryRemovalPage = ({
  commissioner,
  entry,
  form,
}: {
  commissioner: string
  entry: OwnEntry
  form: Form<{ reason: string }>
}) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Take “{entry.title}” out of the calendar?</h1>
    <p>
      It runs <Dates from={entry.startsOn} to={entry.endsOn} />.
    </p>
    <form method="post" action={paths.entryRemoval({ commissioner, id: entry.id })} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why do you take it out?', size: 's' }}
        rows={3}
        value={form.values.reason}
        errorMessage={form.errors.reason ? { text: form.errors.reason } : undefined}
      />
      <div class="nhsuk-button-group">
        <Button variant="warning" text="Take it out" preventDoubleClick />
        <a class="nhsuk-link" href={paths.calendar({ commissioner })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

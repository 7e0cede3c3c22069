import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Entry } from '../entry.ts'
import { paths } from '../paths.ts'
import { wayNames } from '../way.ts'

interface Props {
  commissioner: string
  entry: Entry
  form: Form<{ reason: string }>
  cancel: string
}

export const RemovalPage = ({ commissioner, entry, form, cancel }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Take this entry out?</h1>
    <p>
      {wayNames[entry.way]}. It will not be counted or read any more, and what the person agreed to ends with it. It stays in the record. Do
      this where it was entered twice or in the wrong place, not where you disagree with it.
    </p>
    <form method="post" action={paths.removal({ commissioner, entry: entry.id })} novalidate>
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
        <a class="nhsuk-link" href={cancel}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

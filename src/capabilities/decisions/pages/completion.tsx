import { Button, DateField, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Change } from '../change.ts'
import type { CompletionInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  change: Change
  form: Form<CompletionInput>
}

export const CompletionPage = ({ commissioner, change, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} ids={{ doneOn: 'doneOn-day' }} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{change.title}</span> Record that it is done
    </h1>
    <form method="post" action={paths.completion({ commissioner, change: change.id })} novalidate>
      <DateField name="doneOn" label="The day it was done" values={values} error={errors.doneOn} />
      <Textarea
        id="evidence"
        name="evidence"
        label={{ text: 'How anyone can see that it is done', size: 's' }}
        hint="A document, a page, a visit. Everyone will read this."
        rows={5}
        value={values.evidence}
        errorMessage={errors.evidence}
      />
      <div class="nhsuk-button-group">
        <Button text="Record it as done" preventDoubleClick />
        <a class="nhsuk-link" href={paths.change({ commissioner, change: change.id })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

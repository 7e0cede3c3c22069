import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RemovalInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  baseline: { id: string; title: string }
  form: Form<RemovalInput>
}

export const RemovalPage = ({ commissioner, baseline, form: { values, errors } }: Props) => {
  const here = { commissioner, baseline: baseline.id }
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{baseline.title}</span> Take this population out
      </h1>
      <p>Nobody is held against it any more. It stays in the record, with your reason. To use it again, add it again.</p>
      <form method="post" action={paths.removal(here)} novalidate>
        <Textarea
          id="reason"
          name="reason"
          label={{ text: 'Why is it taken out?', size: 's' }}
          rows={3}
          value={values.reason}
          errorMessage={errors.reason ? { text: errors.reason } : undefined}
        />
        <div class="nhsuk-button-group">
          <Button text="Take it out" variant="warning" preventDoubleClick />
          <a class="nhsuk-link" href={paths.baseline(here)}>
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}

import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RemovalInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  survey: { id: string; title: string }
  form: Form<RemovalInput>
}

export const RemovalPage = ({ commissioner, survey, form: { values, errors } }: Props) => {
  const here = { commissioner, survey: survey.id }
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{survey.title}</span> Take the weighting away
      </h1>
      <p>Every answer counts the same again. What was published with weights stays as it is.</p>
      <form method="post" action={paths.removal(here)} novalidate>
        <Textarea
          id="reason"
          name="reason"
          label={{ text: 'Why is it taken away?', size: 's' }}
          rows={3}
          value={values.reason}
          errorMessage={errors.reason ? { text: errors.reason } : undefined}
        />
        <div class="nhsuk-button-group">
          <Button text="Take it away" variant="warning" preventDoubleClick />
          <a class="nhsuk-link" href={paths.show(here)}>
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}

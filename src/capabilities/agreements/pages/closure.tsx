import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { ClosureInput } from '../forms.ts'
import { paths } from '../paths.ts'
import type { RoundProgress } from '../round.ts'

interface Props {
  here: { commissioner: string; round: string }
  progress: RoundProgress
  form: Form<ClosureInput>
}

export const ClosurePage = ({ here, progress: { standing, coders }, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Close the round before everyone has finished</h1>
    <p>
      Only comments that two coders or more have finished are measured. After that everyone sees what was coded, so the round cannot be
      opened again.
    </p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      {coders.map(({ name, finished }) => (
        <li>
          {name} has finished {finished.toLocaleString('en-GB')} of {standing.toLocaleString('en-GB')}
        </li>
      ))}
    </ul>
    <form method="post" action={paths.closure(here)} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why does it end now?', size: 's' }}
        hint="The reason stands in the report."
        rows={3}
        value={values.reason}
        errorMessage={errors.reason}
      />
      <div class="nhsuk-button-group">
        <Button text="Close the round and measure" variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={paths.round(here)}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

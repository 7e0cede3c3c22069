import { Button, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RetirementInput } from '../forms.ts'
import type { Theme } from '../frame.ts'
import type { Merge } from '../merge.ts'
import { paths } from '../paths.ts'
import { NoteField } from './theme-fields.tsx'

interface Props {
  commissioner: string
  merge: Merge
  theme: Theme
  into: Theme
  form: Form<RetirementInput>
}

export const ReversalPage = ({ commissioner, merge, theme, into, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Take back the merge of {theme.name}</h1>
    <p>
      {theme.name} is in use again. What was carried from it to {into.name}, and is still there, comes back to it. What was coded under{' '}
      {into.name} since stays there.
    </p>
    <form method="post" action={paths.reversal({ commissioner, merge: merge.id })} novalidate>
      <NoteField value={values.note} error={errors.note} />
      <div class="nhsuk-button-group">
        <Button text="Take the merge back" variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={paths.theme({ commissioner, theme: into.id })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

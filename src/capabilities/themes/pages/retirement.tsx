import { Button, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RetirementInput } from '../forms.ts'
import type { Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { NoteField } from './theme-fields.tsx'

export const RetirementPage = ({
  commissioner,
  theme,
  form: { values, errors },
}: {
  commissioner: string
  theme: Theme
  form: Form<RetirementInput>
}) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Put {theme.name} away</h1>
    <p>Nothing new can be coded under it. What is already coded under it stays, and still counts.</p>
    <form method="post" action={paths.retirement({ commissioner, theme: theme.id })} novalidate>
      <NoteField value={values.note} error={errors.note} />
      <div class="nhsuk-button-group">
        <Button text="Put theme away" variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={paths.theme({ commissioner, theme: theme.id })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

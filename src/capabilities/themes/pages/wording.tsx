import { Button, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { WordingInput } from '../forms.ts'
import type { Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { MeaningFields, NameField, NoteField } from './theme-fields.tsx'

export const WordingPage = ({
  commissioner,
  theme,
  form: { values, errors },
}: {
  commissioner: string
  theme: Theme
  form: Form<WordingInput>
}) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Reword {theme.name}</h1>
    <p>What is already coded under it stays. If you mean something else by it now, add a new theme instead.</p>
    <form method="post" action={paths.wording({ commissioner, theme: theme.id })} novalidate>
      <NameField value={values.name} error={errors.name} />
      <MeaningFields values={values} errors={errors} />
      <NoteField value={values.note} error={errors.note} />
      <Button text="Reword theme" preventDoubleClick />
    </form>
  </>
)

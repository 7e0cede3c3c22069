import { Button, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { ThemeInput } from '../forms.ts'
import type { Frame, Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { MeaningFields, NameField, ParentField } from './theme-fields.tsx'

interface Props {
  commissioner: string
  frame: Frame
  themes: readonly Theme[]
  form: Form<ThemeInput>
}

export const NewThemePage = ({ commissioner, frame, themes, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{frame.title}</span> Add a theme
    </h1>
    <form method="post" action={paths.themes({ commissioner, frame: frame.id })} novalidate>
      <NameField value={values.name} error={errors.name} />
      <MeaningFields values={values} errors={errors} />
      {themes.length > 0 && <ParentField value={values.parent} error={errors.parent} themes={themes} />}
      <Button text="Add theme" preventDoubleClick />
    </form>
  </>
)

import { Button, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { PlaceInput } from '../forms.ts'
import type { Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { NoteField, ParentField } from './theme-fields.tsx'

interface Props {
  commissioner: string
  theme: Theme
  /** The themes it may stand under. */
  themes: readonly Theme[]
  form: Form<PlaceInput>
}

export const PlacePage = ({ commissioner, theme, themes, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Move {theme.name}</h1>
    <p>The themes under it move with it.</p>
    <form method="post" action={paths.place({ commissioner, theme: theme.id })} novalidate>
      <ParentField value={values.parent} error={errors.parent} themes={themes} />
      <NoteField value={values.note} error={errors.note} />
      <Button text="Move theme" preventDoubleClick />
    </form>
  </>
)

import { Input, Select, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { type Meaning, readDown, type Theme } from '../frame.ts'

interface Field {
  value: string | undefined
  error: string | undefined
}

export const NameField = ({ value, error }: Field) => (
  <Input id="name" name="name" label={{ text: 'Name', size: 's' }} value={value} errorMessage={error} />
)

const parts = [
  { name: 'definition', label: 'What belongs under it?', hint: 'Write it so that two people would choose the same comments.', rows: 4 },
  { name: 'includes', label: 'What does it include? (optional)', hint: 'Cases that someone might not think of.', rows: 3 },
  {
    name: 'excludes',
    label: 'What does it not include? (optional)',
    hint: 'Say which theme to use for those comments instead.',
    rows: 3,
  },
  { name: 'examples', label: 'Examples (optional)', hint: 'Words that people might say. Leave out names and places.', rows: 3 },
] as const

/** What a theme means, in its four parts. */
export const MeaningFields = ({ values, errors }: Pick<Form<Meaning>, 'values' | 'errors'>) => (
  <>
    {parts.map(({ name, label, hint, rows }) => (
      <Textarea
        id={name}
        name={name}
        rows={rows}
        label={{ text: label, size: 's' }}
        hint={hint}
        value={values[name]}
        errorMessage={errors[name]}
      />
    ))}
  </>
)

export const ParentField = ({ value, error, themes }: Field & { themes: readonly Theme[] }) => (
  <Select
    id="parent"
    name="parent"
    label={{ text: 'Put it under', size: 's' }}
    value={value}
    errorMessage={error}
    items={[
      { value: '', text: 'Nothing: it stands at the top' },
      ...readDown(themes).map(({ id, fullName }) => ({ value: id, text: fullName })),
    ]}
  />
)

export const NoteField = ({ value, error }: Field) => (
  <Textarea
    id="note"
    name="note"
    rows={2}
    label={{ text: 'Why are you making this change?', size: 's' }}
    hint="This is kept with the new version of the frame."
    value={value}
    errorMessage={error}
  />
)

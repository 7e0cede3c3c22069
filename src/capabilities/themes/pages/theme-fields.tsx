import { Input, Select, Textarea } from '#design'
import { readDown, type Theme } from '../frame.ts'

interface Field {
  value: string | undefined
  error: string | undefined
}

export const NameField = ({ value, error }: Field) => (
  <Input id="name" name="name" label={{ text: 'Name', size: 's' }} value={value} errorMessage={error} />
)

export const DefinitionField = ({ value, error }: Field) => (
  <Textarea
    id="definition"
    name="definition"
    rows={4}
    label={{ text: 'What belongs under it?', size: 's' }}
    hint="Write it so that two people would choose the same comments."
    value={value}
    errorMessage={error}
  />
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

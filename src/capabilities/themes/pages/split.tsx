import { Button, Details, Fieldset, Input, Mistakes, Radios, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { partNumbers, type SplitInput } from '../forms.ts'
import type { Theme } from '../frame.ts'
import { paths } from '../paths.ts'
import { NoteField } from './theme-fields.tsx'
import { commentsInWords } from './theme-tree.tsx'

interface Props {
  commissioner: string
  theme: Theme
  comments: number
  form: Form<SplitInput>
}

const shownAtOnce = 2

/** Split a theme into others. Only the first two are in sight; more open on demand. */
export function SplitPage({ commissioner, theme, comments, form }: Props) {
  const { values, errors } = form
  const more = partNumbers.slice(shownAtOnce)
  const isMore = more.some((number) => values[`name-${number}`] || values[`definition-${number}`] || values[`words-${number}`])
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">Split {theme.name}</h1>
      <p>
        You make the new themes here. {theme.name} stays. Then you sort the {commentsInWords(comments)} coded under it, 20 at a time. You
        can stop and carry on later.
      </p>
      <form method="post" action={paths.split({ commissioner, theme: theme.id })} novalidate>
        {partNumbers.slice(0, shownAtOnce).map((number) => (
          <PartFields number={number} form={form} />
        ))}
        <Details summary="Add more than two" open={isMore}>
          {more.map((number) => (
            <PartFields number={number} form={form} />
          ))}
        </Details>
        <Radios
          name="place"
          idPrefix="place"
          fieldset={{ legend: { text: 'Where do the new themes stand?', size: 's' } }}
          value={values.place ?? ''}
          errorMessage={errors.place}
          items={[
            { value: 'beside', text: `Beside ${theme.name}` },
            { value: 'below', text: `Under ${theme.name}` },
          ]}
        />
        <NoteField value={values.note} error={errors.note} />
        <Button text="Make the themes" preventDoubleClick />
      </form>
    </>
  )
}

const PartFields = ({ number, form: { values, errors } }: { number: number; form: Form<SplitInput> }) => (
  <Fieldset legend={{ text: number === 1 ? 'New theme 1' : `New theme ${number} (optional)`, size: 'm' }}>
    <Input
      id={`name-${number}`}
      name={`name-${number}`}
      label="Name"
      value={values[`name-${number}`]}
      errorMessage={errors[`name-${number}`]}
    />
    <Textarea
      id={`definition-${number}`}
      name={`definition-${number}`}
      rows={2}
      label="What belongs under it?"
      value={values[`definition-${number}`]}
      errorMessage={errors[`definition-${number}`]}
    />
    <Input
      id={`words-${number}`}
      name={`words-${number}`}
      label="Words that suggest it (optional)"
      hint="With commas between them. A comment with one of these words has this theme chosen when you sort. You can change it."
      value={values[`words-${number}`]}
      errorMessage={errors[`words-${number}`]}
    />
  </Fieldset>
)

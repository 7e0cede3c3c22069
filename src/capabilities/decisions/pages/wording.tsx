import { Button, DateField, Input, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { WordingInput } from '../forms.ts'

interface Props {
  heading: string
  form: Form<WordingInput>
  action: string
  button: string
  /** The first part of the public address. */
  publicList: string
}

/** What is decided, by whom and when. */
export const WordingPage = ({ heading, form: { values, errors }, action, button, publicList }: Props) => (
  <>
    <Mistakes errors={errors} ids={{ decidedOn: 'decidedOn-day' }} />
    <h1 class="nhsuk-heading-l">{heading}</h1>
    <form method="post" action={action} novalidate>
      <Input id="title" name="title" label={{ text: 'Title', size: 's' }} value={values.title} errorMessage={errors.title} />
      <Textarea
        id="question"
        name="question"
        label={{ text: 'The question that is decided', size: 's' }}
        hint="As you would ask it face to face."
        rows={3}
        value={values.question}
        errorMessage={errors.question}
      />
      <Input
        id="decidedBy"
        name="decidedBy"
        label={{ text: 'Who decides', size: 's' }}
        hint="The committee or the person, and where they met."
        value={values.decidedBy}
        errorMessage={errors.decidedBy}
      />
      <DateField name="decidedOn" label="The day of the decision" values={values} error={errors.decidedOn} />
      <Input
        id="slug"
        name="slug"
        label={{ text: 'Address on this website (optional)', size: 's' }}
        hint={`It goes after ${publicList}/ and we make it from the title if you leave this empty.`}
        value={values.slug}
        errorMessage={errors.slug}
      />
      <Button text={button} preventDoubleClick />
    </form>
  </>
)

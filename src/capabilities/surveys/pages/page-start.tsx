import { Button, Checkboxes, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { PageInput } from '../forms.ts'

/** Whether a new page starts at a question, and what it is called. */
export const PageStartPage = ({ text, form: { values, errors }, action }: { text: string; form: Form<PageInput>; action: string }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Start a page at “{text}”</h1>
    <form method="post" action={action} novalidate>
      <Checkboxes
        name="starts"
        idPrefix="starts"
        errorMessage={errors.starts}
        items={[{ value: 'yes', text: 'Start a new page here', checked: Boolean(values.starts) }]}
      />
      <Input
        id="title"
        name="title"
        label={{ text: 'Title of the page (optional)', size: 's' }}
        hint="A few words, such as “Getting to the clinic”."
        value={values.title}
        errorMessage={errors.title}
      />
      <Button text="Save" preventDoubleClick />
    </form>
  </>
)

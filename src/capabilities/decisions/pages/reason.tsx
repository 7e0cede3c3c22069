import type { ComponentChildren } from 'preact'
import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { ReasonInput } from '../forms.ts'

interface Props {
  /** What it is about, and what is to be done. */
  about: string
  heading: string
  question: string
  action: string
  button: string
  cancel: string
  form: Form<ReasonInput>
  children?: ComponentChildren
}

/** Asks for the reason of something that is not done lightly. */
export const ReasonPage = ({ about, heading, question, action, button, cancel, form, children }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{about}</span> {heading}
    </h1>
    {children}
    <form method="post" action={action} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: question, size: 's' }}
        rows={4}
        value={form.values.reason}
        errorMessage={form.errors.reason}
      />
      <div class="nhsuk-button-group">
        <Button text={button} variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={cancel}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

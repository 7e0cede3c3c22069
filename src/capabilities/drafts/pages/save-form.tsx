import { Button, formatDate, type Html, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { AddressFields } from '../forms.ts'

interface Props {
  /** Where it is posted to. */
  action: string
  form: Form<AddressFields>
  /** The last day on which the answers can be opened. */
  until: string
  /** Hidden fields: the answers, and what the receiver needs to know. */
  children?: Html
}

/** Asks where to send the link, and says what becomes of the address. */
export const SaveForm = ({ action, form: { values, errors }, until, children }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Save your answers and come back later</h1>
    <p>We will email you a link. Open it to go on where you stopped, on this or another device.</p>
    <p>We keep your answers until the end of {formatDate(until)}. Then we delete them.</p>
    <form method="post" action={action} novalidate>
      {children}
      <Input
        id="return-address"
        name="return-address"
        label="Your email address"
        hint="We keep it apart from your answers. We use it to send you the link, and to tell you before your answers are deleted or if the closing date changes. We delete it when the survey closes."
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck={false}
        value={values['return-address']}
        errorMessage={errors['return-address']}
      />
      <p>Nothing is kept on this device. Anyone who has the link can read your answers.</p>
      <Button text="Save and send me a link" preventDoubleClick />
    </form>
  </>
)

import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { EmailFields } from '../forms.ts'

interface Props {
  action: string
  form: Form<EmailFields>
}

export const StaffSignInPage = (props: Props) => (
  <AskForAddress
    {...props}
    title="Sign in"
    about="For people who work here. We send a link to your work email address, and no password is needed."
  />
)

export const PersonSignInPage = (props: Props) => (
  <AskForAddress
    {...props}
    title="See what you told us"
    about="We send a link to your email address, if you gave it to us with something you told us. The link shows your own words and what came of them."
  />
)

const AskForAddress = ({ title, about, action, form: { values, errors } }: Props & { title: string; about: string }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">{title}</h1>
    <p>{about}</p>
    <form method="post" action={action} novalidate>
      <Input
        id="email"
        name="email"
        label="Your email address"
        inputmode="email"
        autocomplete="email"
        autocapitalize="none"
        spellcheck={false}
        value={values.email}
        errorMessage={errors.email}
      />
      <Button text="Send me a link" preventDoubleClick />
    </form>
  </>
)

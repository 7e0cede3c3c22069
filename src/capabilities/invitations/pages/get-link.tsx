import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import { paths } from '../paths.ts'

interface Here {
  commissioner: string
  slug: string
}

export const GetLinkPage = ({ here, title, form: { values, errors } }: { here: Here; title: string; form: Form<{ email: string }> }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Get your link
    </h1>
    <p>Each person can answer once. We send a link to your email address. Open it to answer.</p>
    <p>
      We delete your address as soon as the message has left. We keep a mark made from it, which nobody can read, to know that this address
      was used. We do not keep it with your answers.
    </p>
    <form method="post" action={paths.link(here)} novalidate>
      <Input
        id="email"
        name="email"
        label={{ text: 'Your email address', size: 's' }}
        value={values.email}
        errorMessage={errors.email}
        inputmode="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Button text="Send me a link" preventDoubleClick />
    </form>
  </>
)

/** The same for every address, whether it has answered or not. */
export const LinkAskedPage = ({ here }: { here: Here }) => (
  <>
    <h1 class="nhsuk-heading-l">Check your email</h1>
    <p>We have sent a message to the address you gave. It says how to go on.</p>
    <p>It can take a few minutes to arrive. Look in your spam folder too.</p>
    <p>
      No email? Wait a quarter of an hour, check the address, then{' '}
      <a class="nhsuk-link" href={paths.link(here)}>
        ask again
      </a>
      .
    </p>
  </>
)

export const TooManyPage = ({ here, otherWays }: { here: Here; otherWays: string }) => (
  <>
    <h1 class="nhsuk-heading-l">Try again in a quarter of an hour</h1>
    <p>Very many people asked for a link from where you are. We have not sent you one yet.</p>
    {otherWays && <p>{otherWays}</p>}
    <p>
      <a class="nhsuk-link" href={paths.link(here)}>
        Ask again
      </a>
    </p>
  </>
)

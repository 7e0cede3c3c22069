import { Button } from '#design'

export const OpenSignInLinkPage = ({ action }: { action: string }) => (
  <OpenLink title="Sign in" about="You stay signed in for 12 hours, or until you sign out." action={action} button="Sign in" />
)

export const OpenPersonLinkPage = ({ action }: { action: string }) => (
  <OpenLink
    title="See what you told us"
    about="This shows us that the email address is yours. On a computer that others use, sign out when you have finished."
    action={action}
    button="Continue"
  />
)

/** Mail scanners open links, so opening one does nothing yet: the button does. */
const OpenLink = ({ title, about, action, button }: { title: string; about: string; action: string; button: string }) => (
  <>
    <h1 class="nhsuk-heading-l">{title}</h1>
    <p>{about}</p>
    <form method="post" action={action}>
      <Button text={button} preventDoubleClick />
    </form>
  </>
)

export const LinkOverPage = ({ askAgain }: { askAgain: string }) => (
  <>
    <h1 class="nhsuk-heading-l">This link does not work any more</h1>
    <p>Each link works once and for a limited time. It may have been used already.</p>
    <p>
      <a class="nhsuk-link" href={askAgain}>
        Ask for a new link
      </a>
    </p>
  </>
)

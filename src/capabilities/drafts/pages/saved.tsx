import { Button, formatDate } from '#design'

interface Props {
  /** Where the button leads. */
  action: string
  savedOn: string
  expiresOn: string
}

/** Mail scanners open links, so opening one does nothing yet: the button does. */
export const SavedPage = ({ action, savedOn, expiresOn }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Continue your answers</h1>
    <p>You saved them on {formatDate(savedOn)}. You have not sent them to us yet.</p>
    <p>We keep them until the end of {formatDate(expiresOn)}. Then we delete them.</p>
    <form method="post" action={action}>
      <Button text="Continue your answers" preventDoubleClick />
    </form>
  </>
)

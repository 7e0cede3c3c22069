import { Button, InsetText } from '#design'
import type { Body } from '#platform/forms.ts'
import { arrivalFields, isArrivalField } from '../arrival-field.ts'
import { bitsOf } from '../challenge.ts'

interface Props {
  challenge: string
  /** Where the form was posted to, and all that was typed: it is carried, nothing has to be typed again. */
  action: string
  body: Body
  /** The button, as on the form: 'Send my answers'. */
  button: string
}

/** Asked while robots come in numbers. The module `challenge` works it out and sends the form; without it, one waits and presses. */
export const ChallengePage = ({ challenge, action, body, button }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">One more moment</h1>
    <p>Many forms are coming in at once, and some of them are sent by robots. Your answers are not sent yet, and nothing is lost.</p>
    <InsetText>
      <p id="challenge-says" role="status">
        Wait half a minute, then press the button.
      </p>
    </InsetText>
    <form method="post" action={action} id="challenge" data-challenge={challenge} data-bits={bitsOf(challenge)} novalidate>
      {Object.entries(body).flatMap(([name, value]) =>
        isArrivalField(name) ? [] : [value].flat().map((one) => <input type="hidden" name={name} value={one} />),
      )}
      <input type="hidden" name={arrivalFields.challenge} value={challenge} />
      <input type="hidden" name={arrivalFields.proof} value="" />
      <Button text={button} preventDoubleClick />
    </form>
  </>
)

import type { Consultation } from '#capabilities/consultations'
import { consentWordings } from '#capabilities/people'
import { Questions, type SurveyVersion } from '#capabilities/surveys'
import { Button, Checkboxes, Mistakes } from '#design'
import type { Body } from '#platform/forms.ts'
import { paths } from '../paths.ts'

interface Props {
  here: { commissioner: string; token: string }
  consultation: Consultation
  version: SurveyVersion
  sendingKey: string
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
}

/** Everything asked on one large page, for one person after another. It leads nowhere else. */
export const KioskPage = ({ here, consultation, version, sendingKey, form }: Props) => (
  <div class="gt-kiosk" id="kiosk" data-state={paths.state(here)}>
    <div id="kiosk-asking">
      <Mistakes errors={form.errors} />
      <h1 class="nhsuk-heading-xl">{consultation.title}</h1>
      <p class="nhsuk-lede-text">
        Tell us what you think. Please leave out your name and the names of others: the next person uses this screen too.
      </p>
      <form method="post" action={paths.kiosk(here)} id="kiosk-form" novalidate autocomplete="off">
        <input type="hidden" name="survey-version" value={version.id} />
        <input type="hidden" name="sending-key" value={sendingKey} />
        <input type="hidden" name="given-on" value="" />
        <Questions version={version} form={form} commissioner={here.commissioner} />
        <Checkboxes
          name="quote-me"
          idPrefix="quote-me"
          fieldset={{ legend: { text: 'Using your words', size: 'm' } }}
          items={[{ value: 'yes', text: consentWordings['be quoted'], checked: Boolean(form.values['quote-me']) }]}
        />
        <Button text="Send my answers" preventDoubleClick />
      </form>
      <form method="get" action={paths.kiosk(here)}>
        <Button text="Start again" variant="secondary" />
      </form>
    </div>
    <div id="kiosk-thanks" tabindex={-1} hidden>
      <div id="kiosk-taken">
        <Thanks />
      </div>
      <div id="kiosk-not-taken" hidden>
        <h1 class="nhsuk-heading-xl">We could not take your answers</h1>
        <p class="nhsuk-lede-text">
          They may have come after the end. They are kept on this screen for our staff. Please tell a member of staff, or write to us.
        </p>
      </div>
    </div>
    <div id="kiosk-quiet" role="alertdialog" aria-labelledby="kiosk-quiet-heading" hidden>
      <h2 class="nhsuk-heading-l" id="kiosk-quiet-heading">
        Are you still there?
      </h2>
      <p>We will clear what you typed soon, so that nobody else can read it.</p>
      <button class="nhsuk-button" type="button" id="kiosk-stay">
        I am still here
      </button>
    </div>
    <p class="gt-kiosk__waiting" id="kiosk-waiting" role="status" />
  </div>
)

/** What someone sees who has sent their answers. */
export const Thanks = () => (
  <>
    <h1 class="nhsuk-heading-xl">Thank you</h1>
    <p class="nhsuk-lede-text">
      We have your answers. We read everything that people tell us, and say on our website what we decide and why.
    </p>
  </>
)

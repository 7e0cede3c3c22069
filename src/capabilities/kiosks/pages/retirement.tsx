import { Button, Mistakes, Textarea, WarningCallout } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Kiosk } from '../kiosk.ts'
import { paths } from '../paths.ts'

export const RetirementPage = ({
  commissioner,
  kiosk,
  form: { values, errors },
}: {
  commissioner: string
  kiosk: Kiosk
  form: Form<{ reason: string }>
}) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Take down the kiosk at {kiosk.name}?</h1>
    {(kiosk.state?.waiting ?? 0) > 0 && (
      <WarningCallout heading="Answers wait on it">
        <p>When we last heard from it, {kiosk.state?.waiting} sets of answers waited there. Once it is taken down they cannot be sent.</p>
      </WarningCallout>
    )}
    <p>Its address will lead nowhere. The answers that came from it stay.</p>
    <form method="post" action={paths.retirement({ commissioner, id: kiosk.id })} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why is it taken down?', size: 's' }}
        rows={3}
        value={values.reason}
        errorMessage={errors.reason ? { text: errors.reason } : undefined}
      />
      <Button text="Take it down" preventDoubleClick />
    </form>
  </>
)

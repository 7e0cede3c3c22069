import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Consultation } from '../consultation.ts'
import type { ClosureInput } from '../forms.ts'
import { paths } from '../paths.ts'

/** Asks once, and for the reason that everyone will read. */
export const ClosurePage = ({
  commissioner,
  consultation,
  form,
}: {
  commissioner: string
  consultation: Consultation
  form: Form<ClosureInput>
}) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Close “{consultation.title}” early?</h1>
    <p>Nobody will be able to answer any more, and it cannot be opened again. The answers you have stay.</p>
    <form method="post" action={paths.closure({ commissioner, id: consultation.id })} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why are you closing it early?', size: 's' }}
        hint="Everyone will read this, with the date."
        value={form.values.reason}
        errorMessage={form.errors.reason ? { text: form.errors.reason } : undefined}
      />
      <div class="nhsuk-button-group">
        <Button text="Close consultation" variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={paths.record({ commissioner, id: consultation.id })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

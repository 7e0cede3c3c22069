import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Finding } from '../finding.ts'
import type { WithdrawalInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  finding: Finding
  form: Form<WithdrawalInput>
}

export const FindingWithdrawalPage = ({ commissioner, finding, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{finding.title}</span> Withdraw this finding
    </h1>
    <p>
      It stays here to be read, with your reason. It leaves the public results, and no decision can be published on it. This cannot be
      undone.
    </p>
    <form method="post" action={paths.withdrawal({ commissioner, finding: finding.id })} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why are you withdrawing it?', size: 's' }}
        rows={4}
        value={form.values.reason}
        errorMessage={form.errors.reason}
      />
      <div class="nhsuk-button-group">
        <Button text="Withdraw finding" variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={paths.finding({ commissioner, finding: finding.id })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

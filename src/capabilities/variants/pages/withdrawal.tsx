import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'

export const WithdrawalPage = ({
  name,
  form: { values, errors },
  action,
}: {
  name: string
  form: Form<{ reason: string }>
  action: string
}) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Stop offering {name}?</h1>
    <p>What people answered on it counts as before. You can offer it again.</p>
    <form method="post" action={action} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why is it no longer offered?', size: 's' }}
        rows={3}
        value={values.reason}
        errorMessage={errors.reason ? { text: errors.reason } : undefined}
      />
      <Button text="Stop offering it" preventDoubleClick />
    </form>
  </>
)

import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Batch } from '../batch.ts'

export const WithdrawalPage = ({
  action,
  batch,
  form: { values, errors },
}: {
  action: string
  batch: Batch
  form: Form<{ reason: string }>
}) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Take back {batch.name}?</h1>
    <p>
      {(batch.made - batch.used).toLocaleString('en-GB')} of {batch.made.toLocaleString('en-GB')} were not used. They will let nobody in any
      more, and messages that have not left will not be sent. Answers that people gave stay. This cannot be undone.
    </p>
    <form method="post" action={action} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why are they taken back?', size: 's' }}
        rows={3}
        value={values.reason}
        errorMessage={errors.reason}
      />
      <Button text="Take them back" variant="warning" preventDoubleClick />
    </form>
  </>
)

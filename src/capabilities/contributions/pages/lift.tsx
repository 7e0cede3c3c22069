import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { LiftFields } from '../forms.ts'

interface Props {
  /** 'Put words back' */
  title: string
  /** What will be so afterwards. */
  says: string
  action: string
  form: Form<LiftFields>
}

export const LiftPage = ({ title, says, action, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">{title}</h1>
    <p>{says}</p>
    <form method="post" action={action} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why?', size: 's' }}
        rows={3}
        value={form.values.reason}
        errorMessage={form.errors.reason}
      />
      <Button text={title} preventDoubleClick />
    </form>
  </>
)

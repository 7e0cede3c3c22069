import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Package } from '../package.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  pack: Package
  form: Form<{ reason: string }>
}

export const ClosurePage = ({ commissioner, pack, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Take access to “{pack.title}” back?</h1>
    <p>The analyst can no longer download it or return anything. What they have downloaded already, they still have.</p>
    <form method="post" action={paths.closure({ commissioner, id: pack.id })} novalidate>
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why is access taken back?', size: 's' }}
        rows={3}
        value={values.reason}
        errorMessage={errors.reason ? { text: errors.reason } : undefined}
      />
      <Button text="Take access back" variant="warning" preventDoubleClick />
    </form>
  </>
)

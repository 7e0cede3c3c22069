import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { PrintInput } from '../forms.ts'

export const PrintPage = ({ form: { values, errors }, action }: { form: Form<PrintInput>; action: string }) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">Print forms</h1>
    <p>Each form gets a serial number of its own, so that it is typed twice and counted once.</p>
    <form method="post" action={action} novalidate>
      <Input
        id="copies"
        name="copies"
        label={{ text: 'How many?', size: 's' }}
        hint="200 at most. You can print more afterwards."
        inputmode="numeric"
        width={4}
        value={values.copies}
        errorMessage={errors.copies}
      />
      <Button text="Make the forms" preventDoubleClick />
    </form>
  </>
)

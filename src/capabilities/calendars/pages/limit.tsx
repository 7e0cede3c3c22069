import { Button, Input, Mistakes } from '#design'
import type { Form } from '#platform/forms.ts'
import type { LimitInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { Reason } from './periods.tsx'

/** How much at once is too much. */
export const LimitPage = ({ commissioner, atOnce, form }: { commissioner: string; atOnce: number; form: Form<LimitInput> }) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">How many things at once are too many?</h1>
    <p>The calendar warns where more than {atOnce} at once ask something of one community.</p>
    <form method="post" action={paths.limit({ commissioner })} novalidate>
      <Input
        id="atOnce"
        name="atOnce"
        label="Warn where there are more than"
        inputmode="numeric"
        width={2}
        value={form.values.atOnce ?? String(atOnce)}
        errorMessage={form.errors.atOnce}
      />
      <Reason id="reason" label="Why do you change it?" value={form.values.reason} error={form.errors.reason} />
      <Button text="Save" preventDoubleClick />
    </form>
  </>
)

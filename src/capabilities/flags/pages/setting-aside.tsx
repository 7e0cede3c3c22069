import { Button, Input, Radios, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { SettingAside, TakingBack } from '../forms.ts'
import { setAsideReasons } from '../set-aside-reason.ts'

interface Props<Fields> {
  action: string
  button: string
  form: Form<Fields>
}

/** Why something is set aside: one of the usual reasons, or one in words. */
export const SettingAsideForm = ({ action, button, form }: Props<SettingAside>) => (
  <form method="post" action={action} novalidate>
    <Radios
      name="why"
      idPrefix="why"
      fieldset={{ legend: { text: 'Why?', size: 's' } }}
      hint="The reason is published with how many are set aside for it."
      value={form.values.why}
      errorMessage={form.errors.why}
      items={[...Object.entries(setAsideReasons).map(([value, text]) => ({ value, text })), { value: 'other', text: 'Another reason' }]}
    />
    <Input
      id="other"
      name="other"
      label="If it is another reason, what is it?"
      hint="Our staff read this. The public reads only that there was another reason."
      value={form.values.other}
      errorMessage={form.errors.other}
    />
    <Button variant="warning" text={button} preventDoubleClick />
  </form>
)

export const TakingBackForm = ({ action, button, form }: Props<TakingBack>) => (
  <form method="post" action={action} novalidate>
    <Textarea
      id="reason"
      name="reason"
      label={{ text: 'Why does it count after all?', size: 's' }}
      rows={2}
      value={form.values.reason}
      errorMessage={form.errors.reason}
    />
    <Button variant="secondary" text={button} preventDoubleClick />
  </form>
)

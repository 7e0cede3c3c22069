import { Button, Mistakes, Radios } from '#design'
import type { Form } from '#platform/forms.ts'
import type { PromiseInput } from '../forms.ts'
import { contactPromises, promiseNames, promiseSentences } from '../promise.ts'

/** The three promises, with the words people will read. */
export const PromiseFields = ({ value, error }: { value: string | undefined; error: string | undefined }) => (
  <Radios
    name="promise"
    idPrefix="promise"
    fieldset={{ legend: { text: 'What do you promise about contact details?', size: 's' } }}
    hint="People read this before they answer. Once someone has answered, you can only make it stricter."
    errorMessage={error}
    value={value}
    items={contactPromises.map((promise) => ({
      value: promise,
      text: promiseNames[promise],
      hint: `People read: “${promiseSentences[promise]}”`,
    }))}
  />
)

export const PromisePage = ({ form, action }: { form: Form<PromiseInput>; action: string }) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">What you promise</h1>
    <form method="post" action={action} novalidate>
      <PromiseFields value={form.values.promise} error={form.errors.promise} />
      <Button text="Change the promise" preventDoubleClick />
    </form>
  </>
)

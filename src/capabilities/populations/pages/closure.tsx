import { Button, Input, Mistakes, Radios, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { ClosureInput } from '../forms.ts'
import type { OutreachPlan } from '../outreach.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  plan: OutreachPlan
  form: Form<ClosureInput>
}

/** Asks what became of a plan. */
export const ClosurePage = ({ commissioner, plan, form: { values, errors } }: Props) => {
  const here = { commissioner, plan: plan.id }
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{plan.who}</span> What became of it?
      </h1>
      <form method="post" action={paths.closure(here)} novalidate>
        <Radios
          idPrefix="outcome"
          name="outcome"
          fieldset={{ legend: { text: 'Was it done?', size: 's' } }}
          value={values.outcome}
          errorMessage={errors.outcome}
          items={[
            { value: 'done', text: 'Yes' },
            { value: 'not done', text: 'No, and it will not be' },
          ]}
        />
        <Input
          id="reached"
          name="reached"
          label={{ text: 'How many people did you reach?', size: 's' }}
          hint="If it was done. 0 is an answer too."
          inputmode="numeric"
          width={5}
          value={values.reached}
          errorMessage={errors.reached}
        />
        <Textarea
          id="told"
          name="told"
          label={{ text: 'What was done and what came of it? Or why was it not?', size: 's' }}
          rows={4}
          value={values.told}
          errorMessage={errors.told ? { text: errors.told } : undefined}
        />
        <div class="nhsuk-button-group">
          <Button text="Save" preventDoubleClick />
          <a class="nhsuk-link" href={paths.plan(here)}>
            Cancel
          </a>
        </div>
      </form>
    </>
  )
}

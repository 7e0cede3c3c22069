import { Button, DateField, Input, Mistakes, Textarea } from '#design'
import type { Body, Form } from '#platform/forms.ts'
import type { PlanInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  about: { value: string; title: string }
  form: Form<PlanInput>
  typed: Body
}

/** Plans to reach people who were not heard. */
export const AddPlanPage = ({ commissioner, about, form: { values, errors }, typed }: Props) => (
  <>
    <Mistakes errors={errors} ids={{ dueOn: 'dueOn-day' }} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{about.title}</span> Plan to reach people
    </h1>
    <form method="post" action={paths.outreach({ commissioner })} novalidate>
      <input type="hidden" name="about" value={about.value} />
      <Input id="who" name="who" label={{ text: 'Who do you want to hear?', size: 's' }} value={values.who} errorMessage={errors.who} />
      <Textarea
        id="action"
        name="action"
        label={{ text: 'What will you do?', size: 's' }}
        hint="For example: two evenings at the mosque with the women’s group, with an interpreter."
        rows={3}
        value={values.action}
        errorMessage={errors.action ? { text: errors.action } : undefined}
      />
      <Input id="owner" name="owner" label={{ text: 'Who will see to it?', size: 's' }} value={values.owner} errorMessage={errors.owner} />
      <DateField name="dueOn" label="By when?" values={typed} error={errors.dueOn} />
      <Button text="Save this plan" preventDoubleClick />
    </form>
  </>
)

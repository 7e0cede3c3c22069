import { Button, DateField, Input, Mistakes, Select } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Decision, PutFinding } from '../decision.ts'
import type { ChangeInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  decision: Decision
  findings: readonly PutFinding[]
  form: Form<ChangeInput>
}

export const NewChangePage = ({ commissioner, decision, findings, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} ids={{ dueOn: 'dueOn-day' }} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{decision.title}</span> Promise a change
    </h1>
    {decision.publishedAt && <p>The decision is published, so everyone will see this promise at once.</p>}
    <form method="post" action={paths.newChange({ commissioner, decision: decision.id })} novalidate>
      <Input
        id="title"
        name="title"
        label={{ text: 'What will be different', size: 's' }}
        hint="For example: blood tests at 5 GP practices."
        value={values.title}
        errorMessage={errors.title}
      />
      <Input id="owner" name="owner" label={{ text: 'Who will see to it', size: 's' }} value={values.owner} errorMessage={errors.owner} />
      <DateField name="dueOn" label="The day it is due" values={values} error={errors.dueOn} />
      {findings.length > 0 && (
        <Select
          id="finding"
          name="finding"
          label={{ text: 'The finding it comes from (optional)', size: 's' }}
          value={values.finding}
          errorMessage={errors.finding}
          items={[{ value: '', text: 'No one finding' }, ...findings.map(({ findingId, title }) => ({ value: findingId, text: title }))]}
        />
      )}
      <Button text="Promise this change" preventDoubleClick />
    </form>
  </>
)

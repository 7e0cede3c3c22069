import { Button, InsetText, Mistakes, Radios, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'

interface Props {
  action: string
  title: string
  form: Form<{ way: string; description: string }>
}

/** How the people who answered were chosen. */
export const SamplingPage = ({ action, title, form: { values, errors } }: Props) => (
  <form method="post" action={action} novalidate>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> How were people chosen?
    </h1>
    <InsetText>
      <p>
        A margin of error means something only where people were picked at random from everyone it speaks of. Where anyone could answer, it
        would be false, however many did.
      </p>
    </InsetText>
    <Radios
      name="way"
      idPrefix="way"
      fieldset={{ legend: { text: 'How people came to answer', size: 'm' } }}
      value={values.way}
      errorMessage={errors.way}
      items={[
        { value: 'self-selected', text: 'They chose to answer', hint: 'Anyone could. Most consultations are like this.' },
        { value: 'random sample', text: 'They were picked at random', hint: 'From a list of everyone it speaks of.' },
      ]}
    />
    <Textarea
      id="description"
      name="description"
      label={{ text: 'If picked at random: who, from what list, how many were asked', size: 'm' }}
      hint="It is shown beside every figure. For example: 2,000 adults drawn from the GP register of Northmoor on 1 March 2026."
      rows={3}
      value={values.description}
      errorMessage={errors.description ? { text: errors.description } : undefined}
    />
    <Button text="Save" preventDoubleClick />
  </form>
)

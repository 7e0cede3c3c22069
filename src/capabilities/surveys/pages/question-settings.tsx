import { Button, Checkboxes, Input, Mistakes, Select, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { QuestionType, Settings } from '../question.ts'
import { questionTypes } from '../questions/registry.ts'

interface Props {
  heading: string
  type: QuestionType
  form: Form<Settings>
  /** Where the settings are posted. */
  action: string
  button: string
  /** Where a question that exists is shown as another type. */
  retype?: string
}

/** What an author sets for one question. */
export const QuestionSettingsPage = ({ heading, type, form: { values, errors }, action, button, retype }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">{heading}</h1>
    <form method="post" action={action} novalidate>
      <input type="hidden" name="type" value={type.name} />
      <p>
        How people answer: <strong>{type.label.toLowerCase()}</strong>
      </p>
      <Input
        id="text"
        name="text"
        label={{ text: 'Question', size: 's' }}
        hint="Ask one thing, in words you would use face to face."
        value={values.text}
        errorMessage={errors.text}
      />
      <Textarea
        id="hint"
        name="hint"
        label={{ text: 'Hint (optional)', size: 's' }}
        rows={2}
        value={values.hint}
        errorMessage={errors.hint ? { text: errors.hint } : undefined}
      />
      <type.SettingsFields values={values as Record<string, string>} errors={errors} />
      <Checkboxes
        name="required"
        hint="Leave this empty unless you cannot use a response without it."
        items={[{ value: 'yes', text: 'People must answer this question', checked: Boolean(values.required) }]}
      />
      <Button text={button} preventDoubleClick />
    </form>
    {retype && (
      <form method="get" action={retype}>
        <Select
          id="another-type"
          name="type"
          label={{ text: 'Answer it another way', size: 's' }}
          value={type.name}
          items={questionTypes.map(({ name, label }) => ({ value: name, text: label }))}
        />
        <Button text="Show the settings for this" variant="secondary" />
      </form>
    )}
  </>
)

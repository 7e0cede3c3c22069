import { Button, Checkboxes, Details, Input, InsetText, Mistakes, Select, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Question, QuestionType, Settings } from '../question.ts'
import { questionTypes } from '../questions/registry.ts'

export interface QuestionSettingsProps {
  heading: string
  type: QuestionType
  form: Form<Settings>
  /** Where the settings are posted. */
  action: string
  button: string
  /** The questions of earlier pages, whose answers its words may repeat. */
  earlier: readonly Question[]
  /** Where a question that exists is shown as another type. */
  retype?: string
  /** The mark of the question as it was shown. */
  seen?: string
  /** What someone else did to it meanwhile. */
  meanwhile?: string
  /** What else can be done with the question. */
  links?: readonly { text: string; href: string }[]
}

/** What an author sets for one question. */
export const QuestionSettingsPage = (props: QuestionSettingsProps) => {
  const { heading, type, form, action, button, earlier, retype, seen, meanwhile, links = [] } = props
  const values = form.values as Readonly<Record<string, string | undefined>>
  const errors = form.errors as Readonly<Record<string, string | undefined>>
  return (
    <>
      <Mistakes errors={errors} />
      <h1 class="nhsuk-heading-l">{heading}</h1>
      {meanwhile && (
        <InsetText>
          <p>{meanwhile}</p>
        </InsetText>
      )}
      <form method="post" action={action} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="type" value={type.name} />
        {seen && <input type="hidden" name="version-seen" value={seen} />}
        <p>
          How people answer: <strong>{type.label.toLowerCase()}</strong>
        </p>
        {type.isOnlyRead ? (
          <Textarea
            id="text"
            name="text"
            label={{ text: 'Information', size: 's' }}
            hint="Leave an empty line between paragraphs."
            rows={8}
            value={values.text}
            errorMessage={errors.text ? { text: errors.text } : undefined}
          />
        ) : (
          <Wording values={values} errors={errors} />
        )}
        <Repeating earlier={earlier} />
        <type.SettingsFields values={values} errors={errors} />
        {!type.isOnlyRead && <Answering values={values} errors={errors} />}
        <Button text={button} preventDoubleClick />
      </form>
      {links.length > 0 && (
        <ul class="nhsuk-list">
          {links.map(({ text, href }) => (
            <li>
              <a class="nhsuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
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
}

interface FieldsProps {
  values: Readonly<Record<string, string | undefined>>
  errors: Readonly<Record<string, string | undefined>>
}

const Wording = ({ values, errors }: FieldsProps) => (
  <>
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
  </>
)

const Answering = ({ values, errors }: FieldsProps) => (
  <>
    <Checkboxes
      name="required"
      idPrefix="required"
      hint="Leave this empty unless you cannot use a response without it."
      items={[{ value: 'yes', text: 'People must answer this question', checked: Boolean(values.required) }]}
    />
    <Input
      id="mistake"
      name="mistake"
      label={{ text: 'What to say when it must be answered and is not (optional)', size: 's' }}
      hint="Say what to do, as in “Choose how you travel”."
      value={values.mistake}
      errorMessage={errors.mistake}
    />
  </>
)

const Repeating = ({ earlier }: { earlier: readonly Question[] }) =>
  earlier.length === 0 ? (
    <></>
  ) : (
    <Details summary="Repeat an earlier answer">
      <p>Write the letters in braces where the answer should stand. Where there is none, people read “your answer”.</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {earlier.map(({ key, text }) => (
          <li>
            <code>{`{${key}}`}</code> {text}
          </li>
        ))}
      </ul>
    </Details>
  )

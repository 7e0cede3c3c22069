import type { ComponentChildren } from 'preact'
import { Button, DateField, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'

interface Props {
  heading: string
  /** What will happen. */
  children?: ComponentChildren
  action: string
  /** The button, a verb. */
  confirm: string
  cancel: string
  form: Form<Record<string, string>>
  /** What is asked in words, and by which name it is sent. */
  words: { name: string; label: string; hint: string } | null
  /** And a date. */
  date?: { name: string; label: string; hint?: string }
}

/** Asks once before an act that everyone will read of, and for the words they will read. */
export const AskingPage = ({ heading, children, action, confirm, cancel, form, words, date }: Props) => (
  <>
    <Mistakes errors={form.errors} ids={date ? { [date.name]: `${date.name}-day` } : {}} />
    <h1 class="nhsuk-heading-l">{heading}</h1>
    {children}
    <form method="post" action={action} novalidate>
      {date && <DateField {...date} values={form.values} error={form.errors[date.name]} />}
      {words && (
        <Textarea
          id={words.name}
          name={words.name}
          label={{ text: words.label, size: 's' }}
          hint={words.hint}
          value={form.values[words.name]}
          errorMessage={form.errors[words.name]}
        />
      )}
      <div class="nhsuk-button-group">
        <Button text={confirm} variant="warning" preventDoubleClick />
        <a class="nhsuk-link" href={cancel}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

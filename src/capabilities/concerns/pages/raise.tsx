import { Button, InsetText, Mistakes, SafeWords, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Raising } from '../forms.ts'

/** Hold back what somebody said, because a colleague worries. */
export const RaisePage = ({ action, words, form }: { action: string; words: string; form: Form<Raising> }) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Raise a concern</h1>
    <InsetText>
      <SafeWords words={words} />
    </InsetText>
    <p>If someone may be in danger now, call 999 first.</p>
    <p>Whoever is on duty is told at once. Until they have seen it, nobody else reads these words, and you will not see them either.</p>
    <form method="post" action={action} novalidate>
      <Textarea
        id="note"
        name="note"
        label={{ text: 'What worries you?', size: 's' }}
        hint="Only those on duty read this."
        rows={3}
        value={form.values.note}
        errorMessage={form.errors.note}
      />
      <Button text="Raise a concern" preventDoubleClick />
    </form>
  </>
)

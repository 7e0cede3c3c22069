import { Button, Input, InsetText, Mistakes, SafeWords, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { RedactionFields } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  id: string
  words: string
  /** A page of the desk to come back to, where they were sent from one. */
  back: string | null
  form: Form<RedactionFields>
}

export const RedactionPage = ({ commissioner, id, words, back, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Remove words</h1>
    <p>Everyone will read “[removed]” in their place, in every quote and export too. You can put them back.</p>
    <InsetText>
      <SafeWords words={words} />
    </InsetText>
    <form method="post" action={paths.redaction({ commissioner, id })} novalidate>
      {back && <input type="hidden" name="back" value={back} />}
      <Input
        id="words"
        name="words"
        label={{ text: 'Words to remove', size: 's' }}
        hint="Exactly as they stand above. They are removed wherever they stand in it."
        value={form.values.words}
        errorMessage={form.errors.words}
        autocomplete="off"
        spellcheck={false}
      />
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why?', size: 's' }}
        hint="For example: names a nurse. It stays in the history, so do not repeat the words."
        rows={3}
        value={form.values.reason}
        errorMessage={form.errors.reason}
      />
      <Button text="Remove these words" preventDoubleClick />
    </form>
  </>
)

import { Button, InsetText, Mistakes, Radios, SafeWords, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { WithholdingFields } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  id: string
  words: string | null
  form: Form<WithholdingFields>
}

export const WithholdingPage = ({ commissioner, id, words, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Withhold what someone said</h1>
    {words !== null && (
      <InsetText>
        <SafeWords words={words} />
      </InsetText>
    )}
    <form method="post" action={paths.withholding({ commissioner, id })} novalidate>
      <Radios
        idPrefix="audience"
        name="audience"
        fieldset={{ legend: { text: 'Who is no longer to read it?', size: 's' } }}
        errorMessage={form.errors.audience}
        value={form.values.audience}
        items={[
          { value: 'public', text: 'The public', hint: { text: 'It is quoted nowhere. Our staff go on reading and coding it.' } },
          {
            value: 'everyone',
            text: 'Everyone',
            hint: { text: 'Our staff do not read it either, and it leaves the counts of its themes.' },
          },
        ]}
      />
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why?', size: 's' }}
        hint="It stays in the history. Do not repeat what is to be hidden."
        rows={3}
        value={form.values.reason}
        errorMessage={form.errors.reason}
      />
      <Button text="Withhold it" variant="warning" preventDoubleClick />
    </form>
  </>
)

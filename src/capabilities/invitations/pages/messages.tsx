import { Button, Checkboxes, Input, InsetText, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { mostAddresses } from '../batch.ts'
import type { InvitedInput } from '../forms.ts'

interface Props {
  action: string
  /** The group that they are added to; null for a new one. */
  group: string | null
  newsReaders: number
  form: Form<InvitedInput>
}

export const MessagesPage = ({ action, group, newsReaders, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">{group === null ? 'Email links' : `Add people to ${group}`}</h1>
    <p>
      Each person gets a link of their own, which works once. Whoever was invited before, in this group or another, is not emailed again.
    </p>
    <form method="post" action={action} novalidate>
      {group === null && (
        <Input
          id="name"
          name="name"
          label={{ text: 'Who are they?', size: 's' }}
          hint="A name for this group, for staff. For example, Carers of Mill Street."
          value={values.name}
          errorMessage={errors.name}
        />
      )}
      <Textarea
        id="addresses"
        name="addresses"
        label={{ text: 'Email addresses', size: 's' }}
        hint={`One on each line. ${mostAddresses.toLocaleString('en-GB')} at most at a time.`}
        rows={10}
        spellcheck={false}
        value={values.addresses}
        errorMessage={errors.addresses}
      />
      {newsReaders > 0 && (
        <Checkboxes
          idPrefix="newsReaders"
          name="newsReaders"
          fieldset={{ legend: { text: 'People in your register', size: 's' } }}
          items={[
            {
              value: 'yes',
              text: `Everyone who asked for our news, and showed that the address is theirs (${newsReaders.toLocaleString('en-GB')})`,
              checked: Boolean(values.newsReaders),
            },
          ]}
        />
      )}
      <InsetText>
        <p>We use these addresses for this alone, keep them apart from the answers, and delete them when it has closed.</p>
      </InsetText>
      <Button text="Send the links" preventDoubleClick />
    </form>
  </>
)

import { Button, Mistakes, Radios, SafeWords, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { Finding } from '../finding.ts'
import type { ReviewInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  finding: Finding
  form: Form<ReviewInput>
}

/** A second person looks at a finding. */
export const FindingReviewPage = ({ commissioner, finding, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{finding.title}</span> Review this finding
    </h1>
    <SafeWords words={finding.claim} />
    <p>
      Read the words and the numbers it rests on{' '}
      <a class="nhsuk-link" href={paths.finding({ commissioner, finding: finding.id })}>
        on its page
      </a>{' '}
      first. Ask yourself:
    </p>
    <ul class="nhsuk-list nhsuk-list--bullet">
      <li>would the people who said it agree with how it is put?</li>
      <li>do the words and the numbers bear it?</li>
      <li>is what others said told fairly?</li>
      <li>could anyone be recognised?</li>
    </ul>
    <form method="post" action={paths.review({ commissioner, finding: finding.id })} novalidate>
      <Radios
        name="outcome"
        idPrefix="outcome"
        fieldset={{ legend: { text: 'What do you say?', size: 's' } }}
        errorMessage={form.errors.outcome}
        value={form.values.outcome}
        items={[
          { value: 'agreed', text: 'I agree with this finding' },
          { value: 'changes', text: 'It should be changed' },
        ]}
      />
      <Textarea
        id="note"
        name="note"
        label={{ text: 'Your note', size: 's' }}
        hint="What should change, or what you checked. Other staff can read it. You can leave it empty if you agree."
        rows={4}
        value={form.values.note}
        errorMessage={form.errors.note}
      />
      <div class="nhsuk-button-group">
        <Button text="Save review" preventDoubleClick />
        <a class="nhsuk-link" href={paths.finding({ commissioner, finding: finding.id })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

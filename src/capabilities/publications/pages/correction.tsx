import { surveyResultsPath } from '#capabilities/results'
import { Button, Mistakes, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import type { CorrectionInput } from '../forms.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  survey: string
  title: string
  form: Form<CorrectionInput>
}

/** Says what is wrong with figures that stay. */
export const CorrectionPage = ({ commissioner, survey, title, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> Correct the published results
    </h1>
    <p>The published figures stay as they are. Your note stands before them, with today’s date, on the page and in every download.</p>
    <form method="post" action={paths.correction({ commissioner, survey })} novalidate>
      <Textarea
        id="note"
        name="note"
        label={{ text: 'What is wrong, and why?', size: 's' }}
        hint="Everyone can read this. Do not name anyone, and do not give a number below 5."
        rows={5}
        value={form.values.note}
        errorMessage={form.errors.note}
      />
      <div class="nhsuk-button-group">
        <Button text="Add correction" preventDoubleClick />
        <a class="nhsuk-link" href={surveyResultsPath({ commissioner, survey })}>
          Cancel
        </a>
      </div>
    </form>
  </>
)

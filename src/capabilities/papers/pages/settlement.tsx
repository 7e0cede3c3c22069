import type { Consultation } from '#capabilities/consultations'
import type { SurveyVersion } from '#capabilities/surveys'
import { Button, InsetText, Mistakes, Table } from '#design'
import type { Body } from '#platform/forms.ts'
import type { Difference } from '../paper-form.ts'
import { paths } from '../paths.ts'
import { shownSerial } from '../serial.ts'
import { TypedQuestions } from './keying.tsx'

interface Props {
  here: { commissioner: string; id: string; serial: string }
  consultation: Consultation
  version: SurveyVersion
  differences: readonly Difference[]
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
}

/** Where two typings differ, and the form to say with the paper in hand what stands there. */
export const SettlementPage = ({ here, consultation, version, differences, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">Settle form {shownSerial(here.serial)}</h1>
    {differences.length === 0 ? (
      <InsetText>
        <p>The answers agree. The two differ in the contact details or the place at the end: look at those on the paper.</p>
      </InsetText>
    ) : (
      <Table
        responsive
        caption={{ text: 'Where the two differ', size: 'm' }}
        head={['Question', 'First typing', 'Second typing']}
        rows={differences.map(({ question, first, second }) => [
          {
            html: (
              <a class="nhsuk-link" href={`#${question.key}`}>
                {question.text}
              </a>
            ),
          },
          { text: first || 'Left empty' },
          { text: second || 'Left empty' },
        ])}
      />
    )}
    <p>Below is the first typing. Change what the paper says otherwise.</p>
    <form class="gt-keying" method="post" action={paths.settlement(here)} novalidate autocomplete="off">
      <TypedQuestions here={here} consultation={consultation} version={version} form={form} />
      <Button text="This is what the paper says" preventDoubleClick />
    </form>
  </>
)

import { Button, DateInLondon, Details, Mistakes, Radios, SafeWords, Textarea } from '#design'
import type { Form } from '#platform/forms.ts'
import { type Answer, type Decision, outcomes, type PutFinding } from '../decision.ts'
import type { AnswerInput } from '../forms.ts'
import { paths } from '../paths.ts'
import { outcomeWords } from './state.tsx'

interface Props {
  commissioner: string
  decision: Decision
  finding: PutFinding
  /** What was answered before, latest first, and by whom. */
  earlier: readonly (Answer & { by: string })[]
  form: Form<AnswerInput>
}

const hints = {
  accepted: 'You will do what it asks for.',
  'in part': 'You will do some of it. Say what, and what not.',
  'not accepted': 'Nothing changes because of it. That is an answer too: say why.',
}

export const AnswerPage = ({ commissioner, decision, finding, earlier, form: { values, errors } }: Props) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{decision.title}</span> Answer: {finding.title}
    </h1>
    <div class="nhsuk-u-margin-bottom-4">
      <SafeWords words={finding.claim} />
    </div>
    {finding.contrary && <Details summary="What others said" html={<SafeWords words={finding.contrary} />} />}
    <form method="post" action={paths.answer({ commissioner, decision: decision.id, finding: finding.findingId })} novalidate>
      <Radios
        name="outcome"
        idPrefix="outcome"
        fieldset={{ legend: { text: 'What becomes of it?', size: 's' } }}
        errorMessage={errors.outcome}
        value={values.outcome}
        items={outcomes.map((outcome) => ({ value: outcome, text: outcomeWords[outcome], hint: hints[outcome] }))}
      />
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'The reason', size: 's' }}
        hint="Everyone will read it, and the people who said this first of all. Say it to them."
        rows={6}
        value={values.reason}
        errorMessage={errors.reason}
      />
      <Button text="Keep this answer" preventDoubleClick />
    </form>
    {earlier.length > 0 && <h2 class="nhsuk-heading-m">Answers so far</h2>}
    {earlier.map(({ outcome, reason, by, answeredAt }) => (
      <>
        <h3 class="nhsuk-heading-s">{outcomeWords[outcome]}</h3>
        <div class="nhsuk-u-margin-bottom-2">
          <SafeWords words={reason} />
        </div>
        <p>
          {by}, <DateInLondon at={answeredAt} />
        </p>
      </>
    ))}
  </>
)

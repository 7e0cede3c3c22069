import type { CountedQuestion } from '#capabilities/results'
import { Button, Checkboxes, Input, InsetText, Mistakes, Textarea } from '#design'
import { paths } from '../paths.ts'
import { QuoteChoice, type QuoteChoiceProps } from './quote-choice.tsx'
import { StrengthChoice } from './strength-choice.tsx'

export interface FindingFormProps {
  commissioner: string
  basis: { name: 'survey' | 'source'; id: string; title: string }
  themes: readonly { themeId: string; fullName: string; comments: number; responses: number }[]
  questions: readonly CountedQuestion[]
  spans: QuoteChoiceProps['spans']
  /** What the view that was given counts, in words; null where none was given. */
  view: string | null
  /** The finding that this one is to replace. */
  instead: { id: string; title: string } | null
  values: {
    title?: string | undefined
    claim?: string | undefined
    contrary?: string | undefined
    strength?: string | undefined
    reason?: string | undefined
    view?: string | undefined
    questions: readonly string[]
    quotes: readonly string[]
    against: readonly string[]
  }
  errors: Readonly<Record<string, string | undefined>>
}

/** The second step: the claim, and what stands behind it. */
export const FindingFormPage = ({ commissioner, basis, themes, questions, spans, view, instead, values, errors }: FindingFormProps) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{basis.title}</span> Make a finding
    </h1>
    {instead && <InsetText text={`This finding takes the place of “${instead.title}”, which is withdrawn when you make it.`} />}
    <form method="post" action={paths.findings({ commissioner })} novalidate>
      <input type="hidden" name={basis.name} value={basis.id} />
      {instead && <input type="hidden" name="instead" value={instead.id} />}
      {themes.map(({ themeId }) => (
        <input type="hidden" name="themes" value={themeId} />
      ))}
      <h2 class="nhsuk-heading-m">Themes</h2>
      {themes.length === 0 ? (
        <p>None. The finding rests on the questions you choose below.</p>
      ) : (
        <ul>
          {themes.map(({ fullName, comments, responses }) => (
            <li>
              {fullName}: {comments.toLocaleString('en-GB')} comments, from {responses.toLocaleString('en-GB')} responses
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="nhsuk-link" href={`${paths.newFinding({ commissioner })}?${basis.name}=${basis.id}`}>
          Choose other themes
        </a>
      </p>
      <Input
        id="title"
        name="title"
        label={{ text: 'The finding in one line', size: 's' }}
        hint="For example: getting to the hospital takes too long."
        value={values.title}
        errorMessage={errors.title}
      />
      <Textarea
        id="claim"
        name="claim"
        label={{ text: 'What you found', size: 's' }}
        hint="Say it so that the people who said it would agree. Do not name anyone, and do not give a number below 5."
        rows={5}
        value={values.claim}
        errorMessage={errors.claim}
      />
      <StrengthChoice values={values} errors={errors} />
      <Textarea
        id="contrary"
        name="contrary"
        label={{ text: 'What others said (optional)', size: 's' }}
        hint="People who saw it differently, and why."
        rows={4}
        value={values.contrary}
        errorMessage={errors.contrary}
      />
      {questions.length > 0 && (
        <Checkboxes
          name="questions"
          idPrefix="questions"
          fieldset={{ legend: { text: 'Questions it rests on', size: 's' } }}
          hint="Their counts are kept with the finding as they are now."
          errorMessage={errors.questions}
          values={[...values.questions]}
          items={questions.map(({ key, text, answered }) => ({ value: key, text, hint: `${answered.toLocaleString('en-GB')} answered` }))}
        />
      )}
      <Input
        id="view"
        name="view"
        label={{ text: 'A view of the results it rests on (optional)', size: 's' }}
        hint={
          view === null
            ? 'Open the results, choose what to show and for whom, and paste the address of that page. Its numbers are kept as they are now.'
            : `It counts: ${view}. Its numbers are kept as they are now.`
        }
        value={values.view}
        errorMessage={errors.view}
      />
      <QuoteChoice of={basis.name} spans={spans} values={values} errors={errors} />
      <Button text="Make finding" preventDoubleClick />
    </form>
  </>
)

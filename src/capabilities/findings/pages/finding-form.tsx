import type { CountedQuestion } from '#capabilities/results'
import { Button, Checkboxes, Input, InsetText, Mistakes, SafeWords, Textarea } from '#design'
import { quoteValue } from '../forms.ts'
import { paths } from '../paths.ts'
import { noQuotesFromFiles } from './finding.tsx'

export interface FindingFormProps {
  commissioner: string
  basis: { name: 'survey' | 'source'; id: string; title: string }
  themes: readonly { themeId: string; fullName: string; comments: number; responses: number }[]
  questions: readonly CountedQuestion[]
  spans: readonly { contributionId: string; start: number; end: number; words: string; whole: boolean }[]
  /** Results are out, so the finding shows at once. */
  isPublic: boolean
  values: {
    title?: string | undefined
    claim?: string | undefined
    contrary?: string | undefined
    questions: readonly string[]
    quotes: readonly string[]
  }
  errors: Readonly<Record<string, string | undefined>>
}

/** The second step: the claim, and what stands behind it. */
export const FindingFormPage = ({ commissioner, basis, themes, questions, spans, isPublic, values, errors }: FindingFormProps) => (
  <>
    <Mistakes errors={errors} />
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{basis.title}</span> Make a finding
    </h1>
    {isPublic && <InsetText text="The results are published, so everyone will see this finding as soon as you make it." />}
    <form method="post" action={paths.findings({ commissioner })} novalidate>
      <input type="hidden" name={basis.name} value={basis.id} />
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
      {spans.length === 0 ? (
        <section id="quotes">
          <h2 class="nhsuk-heading-s">Quotes</h2>
          <p>
            {basis.name === 'source'
              ? noQuotesFromFiles
              : 'There is nothing to quote: nobody whose words are coded to these themes agreed to be quoted.'}
          </p>
        </section>
      ) : (
        <Checkboxes
          name="quotes"
          idPrefix="quotes"
          fieldset={{ legend: { text: 'Quotes', size: 's' } }}
          hint="Only words of people who agreed to be quoted. If they change their mind, the quote goes."
          errorMessage={errors.quotes}
          values={[...values.quotes]}
          items={spans.map((span) => ({
            value: quoteValue(span),
            html: <SafeWords words={span.words} inline />,
            hint: span.whole ? 'The whole comment' : 'The part that was coded',
          }))}
        />
      )}
      <Button text="Make finding" preventDoubleClick />
    </form>
  </>
)

import { Checkboxes, SafeWords } from '#design'
import { quoteValue } from '../forms.ts'
import { noQuotesFromFiles } from './finding.tsx'

export interface QuoteChoiceProps {
  of: 'survey' | 'source'
  spans: readonly { contributionId: string; start: number; end: number; words: string; whole: boolean }[]
  values: { quotes: readonly string[]; against: readonly string[] }
  errors: Readonly<Record<string, string | undefined>>
}

/** Which words speak for the finding, and which against it. */
export const QuoteChoice = ({ of, spans, values, errors }: QuoteChoiceProps) => {
  if (spans.length === 0)
    return (
      <section id="quotes">
        <h2 class="nhsuk-heading-s">Quotes</h2>
        <p>
          {of === 'source'
            ? noQuotesFromFiles
            : 'There is nothing to quote: nobody whose words are coded to these themes agreed to be quoted.'}
        </p>
      </section>
    )
  const items = spans.map((span) => ({
    value: quoteValue(span),
    html: <SafeWords words={span.words} inline />,
    hint: span.whole ? 'The whole comment' : 'The part that was coded',
  }))
  return (
    <>
      <Checkboxes
        name="quotes"
        idPrefix="quotes"
        fieldset={{ legend: { text: 'Quotes', size: 's' } }}
        hint="Only words of people who agreed to be quoted. If they change their mind, the quote goes."
        errorMessage={errors.quotes}
        values={[...values.quotes]}
        items={items}
      />
      <Checkboxes
        name="against"
        idPrefix="against"
        fieldset={{ legend: { text: 'Quotes of those who saw it differently', size: 's' } }}
        hint="The same words to choose from. They show beside what others said."
        errorMessage={errors.against}
        values={[...values.against]}
        items={items}
      />
    </>
  )
}

import { BarChart } from '#design'
import type { QuestionTable, ResultTables, Shown } from '../result-table.ts'

interface Props {
  tables: ResultTables
  /** Marks numbers from 1 to 4, where they are shown. */
  markSmall?: boolean
}

/** Every chart of a set of results, each with its table. */
export const Charts = ({ tables: { responses, channels, questions, comments, coded, frames }, markSmall = false }: Props) => {
  const bar = (label: string, count: Shown, beside?: Shown) => ({
    label: markSmall && [count, beside].some(isSmall) ? `${label} (small number)` : label,
    count,
    ...(beside !== undefined && { beside }),
  })
  return (
    <>
      <h2 class="nhsuk-heading-m">How people answered</h2>
      <BarChart
        id="channels"
        title="Responses by how they came to us"
        of={known(responses)}
        columns={{ label: 'How they came', count: 'Responses' }}
        bars={channels.map(({ label, count }) => bar(label, count))}
      />
      {questions.length > 0 && <h2 class="nhsuk-heading-m">Questions with a choice of answers</h2>}
      {questions.map((question) => (
        <BarChart
          id={`question-${question.key}`}
          title={question.text}
          note={noteOn(question)}
          of={known(question.answered)}
          columns={{ count: 'Responses' }}
          bars={question.options.map(({ label, count }) => bar(label, count))}
        />
      ))}
      {frames.length > 0 && <h2 class="nhsuk-heading-m">What people said in their own words</h2>}
      {frames.length > 0 && (
        <p>
          We read the comments and marked what each speaks of. A comment that speaks of two themes is counted under both.
          {coded !== '*' && comments !== '*' && ` ${number(coded)} of ${number(comments)} comments speak of at least one theme.`}
        </p>
      )}
      {frames.map(({ title, themes }, place) => (
        <BarChart
          id={`themes-${place + 1}`}
          title={title}
          columns={{ label: 'Theme', count: 'Responses', beside: 'Comments' }}
          bars={themes.map(({ name, responses: from, comments }) => bar(name, from, comments))}
        />
      ))}
    </>
  )
}

export function noteOn({ answered, notAnswered, several, figures = [], versions = [] }: Omit<QuestionTable, 'options'>): string {
  const isHidden = answered === '*' || notAnswered === '*'
  return [
    isHidden ? 'How many answered is hidden.' : `${number(answered)} answered this question and ${number(notAnswered)} did not.`,
    several && 'People could choose more than one answer, so the numbers do not add up to that.',
    versions.length > 1 && inVersions(versions),
    figures.length > 0 && `${figures.map(({ name, value }) => `${name}: ${value}`).join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const inVersions = (versions: NonNullable<QuestionTable['versions']>) =>
  `The questions were changed while people answered: this one was in ${versions
    .map(({ number: version, answered }) =>
      answered === '*' ? `version ${version}` : `version ${version} (${number(answered)} answered it)`,
    )
    .join(', ')}.`

const isSmall = (count: Shown | undefined) => typeof count === 'number' && count > 0 && count < 5
const known = (count: Shown) => (count === '*' ? undefined : count)

const number = (count: number) => count.toLocaleString('en-GB')

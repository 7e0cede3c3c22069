import { wilsonInterval } from '#capabilities/statistics'
import { BarChart } from '#design'
import type { CountedPage } from '../counted-page.ts'
import type { CountedQuestion } from '../counted-question.ts'
import { middleInWords } from '../group-middle.ts'
import { noteOn } from './charts.tsx'
import { CrossFigure } from './cross-figure.tsx'

interface Props {
  page: CountedPage
  sampled: boolean
  /** Where one thing is looked at alone. */
  lookHref: (rows: string) => string
  /** The names of what can be looked at alone. */
  known: ReadonlySet<string>
}

/** Every closed question: by itself, or by what was asked for. */
export const QuestionCharts = ({ page, sampled, lookHref, known }: Props) => (
  <>
    {page.results.questions.map((question) => {
      const name = [`question:${question.key}`, `equality:${question.key}`, 'decile'].find((one) => known.has(one) && fits(one, question))
      const crossed = name && page.crosses.get(name)
      const middle = name && page.middles.get(name)
      const middleNote = middle ? middleInWords(middle) : ''
      return (
        <>
          {crossed ? (
            <CrossFigure
              id={`question-${question.key}`}
              title={question.text}
              rowHead="Answer"
              sampled={sampled}
              note={middleNote}
              {...crossed}
            />
          ) : (
            <Plain question={question} sampled={sampled} middle={middleNote} />
          )}
          {name && (
            <p class="gt-no-print">
              <a class="nhsuk-link" href={lookHref(name)}>
                Look at this alone<span class="nhsuk-u-visually-hidden">: {question.text}</span>
              </a>
            </p>
          )}
        </>
      )
    })}
  </>
)

const fits = (name: string, { key }: CountedQuestion) => name !== 'decile' || key.endsWith(':decile')

const Plain = ({ question, sampled, middle }: { question: CountedQuestion; sampled: boolean; middle: string }) => (
  <BarChart
    id={`question-${question.key}`}
    title={question.text}
    note={[noteOn(question), middle].filter(Boolean).join(' ')}
    of={question.answered || undefined}
    columns={{ count: 'Responses', ...(sampled && question.answered > 0 && { range: 'Range' }) }}
    bars={question.options.map(({ label, count }) => ({
      label: count > 0 && count < 5 ? `${label} (small number)` : label,
      count,
      ...(sampled && question.answered > 0 && { range: range(count, question.answered) }),
    }))}
  />
)

function range(count: number, of: number) {
  const [low, high] = wilsonInterval(Math.min(count, of), of)
  return `${Math.round(100 * low)}% to ${Math.round(100 * high)}%`
}

import { BarChart, PairedBars, percent } from '#design'
import { totalOf } from '../baseline.ts'
import { type Comparison, underHeard } from '../comparison.ts'
import { indexWords, notesOn, pointsWords, standingWords } from '../comparison-note.ts'

interface Props {
  id: string
  comparison: Comparison
  /** What those who are looked at are called: "those who answered". */
  names: string
  /** Where a plan is made to reach a group; null for whoever may not. */
  planOf: ((who: string) => string) | null
  href: { baseline: string; match?: string }
}

const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 0 })
const isSmall = (count: number) => count > 0 && count < 5

/** People held against a population, for staff: chart, table, who is missing, and what to know. Small numbers are marked. */
export const ComparisonSection = ({ id, comparison, names, planOf, href }: Props) => {
  const { asked, baseline, rows, represented } = comparison
  const missing = underHeard(comparison)
  const title = `${asked.text}`
  const labelOf = (label: string, count: number) => (isSmall(count) ? `${label} (small number)` : label)
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 class="nhsuk-heading-m" id={`${id}-heading`}>
        {asked.text}
      </h2>
      <p>
        Held against{' '}
        <a class="nhsuk-link" href={href.baseline}>
          {baseline.title}
        </a>
        : {number(totalOf(baseline.groups))} {baseline.counted}. {baseline.source}
        {baseline.dated && `, ${baseline.dated}`}.
        {href.match && (
          <>
            {' '}
            <a class="nhsuk-link" href={href.match}>
              Change<span class="nhsuk-u-visually-hidden"> what “{asked.text}” is held against</span>
            </a>
          </>
        )}
      </p>
      {represented.tooFewForShares ? (
        <BarChart
          id={id}
          title={title}
          columns={{ label: 'Group', count: 'People' }}
          bars={rows.map(({ label, count }) => ({ label: labelOf(label, count), count }))}
        />
      ) : (
        <PairedBars
          id={id}
          title={title}
          names={{ ours: names, theirs: 'the population' }}
          columns={['People', 'Their share', 'Share of the population', 'Gap in points', 'Index', 'In words']}
          rows={rows.map(({ label, count, share, populationShare, gap, index, standing }) => ({
            label: labelOf(label, count),
            ours: share,
            theirs: populationShare,
            cells: [number(count), percent(share), percent(populationShare), pointsWords(gap), indexWords(index), standingWords(standing)],
          }))}
        />
      )}
      {missing.length > 0 && (
        <>
          <h3 class="nhsuk-heading-s">Who is missing</h3>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {missing.map(({ label, count, populationShare }) => (
              <li>
                {label}: {count === 0 ? 'nobody' : number(count)}, and {percent(populationShare)} of the population.
                {planOf && (
                  <>
                    {' '}
                    <a class="nhsuk-link" href={planOf(`${asked.text}: ${label}`)}>
                      Plan to reach them<span class="nhsuk-u-visually-hidden">: {label}</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {notesOn(comparison).map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </section>
  )
}

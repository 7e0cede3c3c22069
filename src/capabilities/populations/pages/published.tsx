import { PairedBars, percent } from '#design'
import type { PublishedComparison } from '../published-comparison.ts'

const number = (count: number | '*') => (count === '*' ? 'hidden' : count.toLocaleString('en-GB'))

/** Who answered beside who lives here, for everyone, as it was fixed when the results were published. Nothing where nothing was compared. */
export const PublishedRepresentation = ({ comparisons }: { comparisons: readonly PublishedComparison[] }) =>
  comparisons.length === 0 ? (
    <></>
  ) : (
    <section aria-labelledby="who-answered">
      <h2 class="nhsuk-heading-m" id="who-answered">
        Who answered
      </h2>
      <p>The people who answered chose to. They are not a fair sample of everyone. Here they are beside the people who live here.</p>
      {comparisons.map(({ question, population, source, rows, unsaid, tooFewForShares }, at) => (
        <PairedBars
          id={`who-answered-${at + 1}`}
          title={question}
          note={[
            `The population is ${population} (${source}).`,
            tooFewForShares && 'So few people answered that only their number is shown.',
            unsaid !== '*' && unsaid > 0 && `${number(unsaid)} preferred not to say.`,
            rows.some(({ count }) => count === '*') && 'Some numbers are hidden, so that nobody can be picked out.',
          ]
            .filter(Boolean)
            .join(' ')}
          names={{ ours: 'those who answered', theirs: 'the population' }}
          columns={['People', 'Their share', 'Share of the population', 'In words']}
          rows={rows.map(({ label, count, share, populationShare }) => ({
            label,
            ours: share,
            theirs: populationShare,
            cells: [number(count), percent(share), percent(populationShare), count === 0 ? 'Nobody' : ''],
          }))}
        />
      ))}
    </section>
  )

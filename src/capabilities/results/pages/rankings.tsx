import { Table } from '#design'
import type { Ranked } from '../ranked-thing.ts'

/** What came of putting things in order, in two ways of counting: they can put different things on top, so both are named. */
export const Rankings = ({ rankings }: { rankings: readonly Ranked[] }) => (
  <>
    {rankings.map(({ key, text, orders, things }) => (
      <>
        <h3 class="nhsuk-heading-s">{text}: the order in all</h3>
        <p>
          {number(orders)} {orders === 1 ? 'person put' : 'people put'} things in order. Two ways of counting are shown.{' '}
          <strong>First preferences</strong> count who put each thing first, and nothing else. <strong>Borda’s points</strong> count every
          place: the thing in first place of {things.length} gets {things.length - 1} points, the next one less, and the last none. Things
          left without a place share the points that are left.
        </p>
        <Table
          caption={{ text: `${text}: the order in all`, classes: 'nhsuk-u-visually-hidden' }}
          firstCellIsHeader
          responsive
          head={['Answer', numeric('First preferences'), numeric('Borda’s points'), numeric('Points for each person')]}
          rows={things.map(({ label, firsts, points, mean }) => [
            label,
            numeric(number(firsts)),
            numeric(number(points)),
            numeric(mean.toFixed(2)),
          ])}
        />
        <p id={`ranking-${key}`}>Whose points are highest is not who won: it depends on what else there was to put in order.</p>
      </>
    ))}
  </>
)

const numeric = (text: string) => ({ text, format: 'numeric' })
const number = (count: number) => count.toLocaleString('en-GB', { maximumFractionDigits: 1 })

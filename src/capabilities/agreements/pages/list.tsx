import { Button, DateInLondon, Empty, Pager, Table, Tag } from '#design'
import { paths } from '../paths.ts'
import type { Round } from '../round.ts'
import { alphaInFigures } from '../usual-level.ts'

interface Props {
  commissioner: string
  rounds: readonly Round[]
  next: string | null
  mayMeasure: boolean
}

/** How far people who code the same comments agree: round by round. */
export const ListPage = ({ commissioner, rounds, next, mayMeasure }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Agreement</h1>
    <p>
      Would somebody else have coded these comments as you did? In a round, two people or more code the same comments, drawn by chance, and
      none sees what the others do. How far they agree is measured, and a third person settles what they differ about.
    </p>
    <div class="nhsuk-button-group">
      {mayMeasure && <Button text="Begin a round" href={paths.newRound({ commissioner })} />}
      <Button variant="secondary" text="Compare two coders" href={paths.comparison({ commissioner })} />
    </div>
    {rounds.length === 0 ? (
      <Empty>There are no rounds yet.</Empty>
    ) : (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'Rounds, latest first', size: 'm' }}
        head={[
          { text: 'Round' },
          { text: 'Begun' },
          { text: 'Comments', format: 'numeric' },
          { text: 'State' },
          { text: 'Alpha, all themes', format: 'numeric' },
        ]}
        rows={rounds.map(({ id, batchTitle, frameTitle, madeAt, size, closed }) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.round({ commissioner, round: id })}>
                {batchTitle}, with {frameTitle}
              </a>
            ),
          },
          { html: <DateInLondon at={madeAt} /> },
          { text: size.toLocaleString('en-GB'), format: 'numeric' },
          { html: closed ? <Tag text="Closed" colour="grey" /> : <Tag text="Open" colour="blue" /> },
          { text: alphaInFigures(closed ? closed.measured.overall.alpha : null), format: 'numeric' },
        ])}
      />
    )}
    <Pager next={next} label="Rounds, more pages" />
  </>
)

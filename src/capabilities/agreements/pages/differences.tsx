import { DateInLondon, Empty, Pager, Table, Tag } from '#design'
import { paths } from '../paths.ts'
import type { Round } from '../round.ts'

export interface Difference {
  contributionId: string
  place: number
  /** Themes that some coders saw and some did not. */
  apart: readonly string[]
  settledAt: Date | null
}

interface Props {
  here: { commissioner: string; round: string }
  round: Round
  differences: readonly Difference[]
  next: string | null
}

/** The comments that coders differ about, in the order of the round. */
export const DifferencesPage = ({ here, round, differences, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">
        {round.batchTitle}, with {round.frameTitle}
      </span>{' '}
      What the coders differ about
    </h1>
    <p>A third person reads each comment and decides. What was measured stays as it is.</p>
    {differences.length === 0 ? (
      <Empty>The coders chose the same themes for every comment.</Empty>
    ) : (
      <Table
        responsive
        firstCellIsHeader
        caption={{ text: 'Comments', classes: 'nhsuk-u-visually-hidden' }}
        head={[{ text: 'Comment' }, { text: 'Seen by some and not by others' }, { text: 'State' }]}
        rows={differences.map(({ contributionId, place, apart, settledAt }) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.difference({ ...here, contribution: contributionId })}>
                Comment {place}
              </a>
            ),
          },
          { text: apart.join('; ') },
          {
            html: settledAt ? (
              <>
                Settled <DateInLondon at={settledAt} />
              </>
            ) : (
              <Tag text="To settle" colour="yellow" />
            ),
          },
        ])}
      />
    )}
    <Pager next={next} label="Comments, more pages" />
  </>
)

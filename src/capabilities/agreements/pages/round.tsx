import { commentsInWords } from '#capabilities/themes'
import { Button, DateInLondon, Facts, type Happening, History, Links, Table, Tag } from '#design'
import { paths } from '../paths.ts'
import { drawnFromWords, isFinished, type Round, type RoundProgress } from '../round.ts'
import { Measures, type Names } from './measures.tsx'

interface Props {
  here: { commissioner: string; round: string }
  round: Round
  progress: RoundProgress
  names: Names
  /** How many comments the coders differ about, and about how many of them it is settled; null while it is open. */
  differences: { all: number; settled: number } | null
  /** Where this person codes their next comment; null where they have none here. */
  mine: string | null
  mayMeasure: boolean
  happenings: readonly Happening[]
}

const number = (count: number) => count.toLocaleString('en-GB')

export const RoundPage = (props: Props) => {
  const { round, here, happenings } = props
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {round.batchTitle}, with {round.frameTitle}
        </span>{' '}
        A round of {number(round.size)} comments
      </h1>
      <p>{round.closed ? <Tag text="Closed" colour="grey" /> : <Tag text="Open" colour="blue" />}</p>
      <Facts
        facts={[
          { name: 'Begun', value: <DateInLondon at={round.madeAt} /> },
          round.closed && {
            name: 'Closed',
            value: (
              <>
                <DateInLondon at={round.closed.at} />: {round.closed.reason}
              </>
            ),
          },
          { name: 'Drawn from', value: `${drawnFromWords[round.drawnFrom]}: ${number(round.eligible)} texts` },
          {
            name: 'Seed',
            value: `${round.seed}. Comments in the order of the SHA-256 of seed, space and id, the first ${number(round.size)}`,
          },
        ]}
      />
      {round.closed ? <Report {...props} /> : <UnderWay {...props} />}
      {round.closed && (
        <Links
          heading="Save as a file"
          links={[
            { text: 'The measures (CSV)', href: paths.measuresFile(here) },
            { text: 'What each coder decided, without the words (CSV)', href: paths.answersFile(here), hint: 'To work it out again' },
          ]}
        />
      )}
      <History happenings={happenings} />
    </>
  )
}

const UnderWay = ({ here, round, progress, mine, mayMeasure }: Props) => (
  <>
    <Table
      firstCellIsHeader
      caption={{ text: 'How far they are', size: 'm' }}
      head={[{ text: 'Coder' }, { text: 'Finished', format: 'numeric' }]}
      rows={progress.coders.map(({ name, finished }) => [
        { text: name },
        { text: `${number(finished)} of ${number(progress.standing)}`, format: 'numeric' },
      ])}
    />
    {progress.standing < round.size && (
      <p>{number(round.size - progress.standing)} of the comments can no longer be read, and need not be coded.</p>
    )}
    <div class="nhsuk-button-group">
      {mine && <Button text="Code your comments" href={mine} />}
      {mayMeasure &&
        (isFinished(progress) ? (
          <form method="post" action={paths.closure(here)}>
            <Button text="Close the round and measure" preventDoubleClick />
          </form>
        ) : (
          <Button variant="secondary" text="Close it before they finish" href={paths.closure(here)} />
        ))}
    </div>
  </>
)

const Report = ({ here, round, names, differences }: Props) => (
  <>
    {round.drawnFrom === 'any' && (
      <p>Comments that were coded before could be drawn, so a coder may have seen what somebody made of one before the round began.</p>
    )}
    {differences !== null && differences.all > 0 && (
      <p>
        The coders differ about {commentsInWords(differences.all)}. {settledInWords(differences)}{' '}
        <a class="nhsuk-link" href={paths.differences(here)}>
          See what they differ about
        </a>
      </p>
    )}
    <Measures measured={round.closed!.measured} names={names} />
  </>
)

const settledInWords = ({ all, settled }: { all: number; settled: number }) =>
  all === 1 ? `It is ${settled === 1 ? 'settled' : 'not settled yet'}.` : `${number(settled)} of them are settled.`

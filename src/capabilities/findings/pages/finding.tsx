import { Button, DateInLondon, Facts, type Happening, type HintedLink, History, InsetText, Links, SafeWords, Table } from '#design'
import { changeInWords, type DriftRow, type driftOf } from '../drift.ts'
import type { Finding, Side } from '../finding.ts'
import { paths } from '../paths.ts'
import { strengthInWords } from './finding-words.tsx'
import { NumbersThenAndNow, type ShownNumbers } from './numbers.tsx'
import { Reviews } from './reviews.tsx'
import { StateTag } from './state.tsx'

interface Props {
  commissioner: string
  finding: Finding
  /** Who did what to it, by the ids in it. */
  nameOf: (membershipId: string | null) => string
  basis: { title: string; href: string }
  drift: ReturnType<typeof driftOf>
  /** Every quote in its order: its words as they may be shown now, or null where they no longer may. */
  quotes: readonly { id: string; words: string | null; side: Side }[]
  numbers: readonly ShownNumbers[]
  may: { change: boolean; review: boolean; publish: boolean }
  /** Why it cannot be published now. */
  whyNot: string | null
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

export const FindingPage = ({ commissioner, finding, nameOf, basis, drift, quotes, numbers, may, whyNot, links, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Finding</span> {finding.title}
    </h1>
    <p>
      <StateTag finding={finding} />
    </p>
    {finding.withdrawal && (
      <InsetText>
        <p>
          {nameOf(finding.withdrawal.withdrawnBy)} withdrew this finding, <DateInLondon at={finding.withdrawal.withdrawnAt} />.
        </p>
        <SafeWords words={finding.withdrawal.reason} />
      </InsetText>
    )}
    <div class="nhsuk-u-margin-bottom-4">
      <SafeWords words={finding.claim} />
    </div>
    {finding.strength && (
      <p>
        <strong>{strengthInWords(finding.strength)}</strong> <SafeWords words={finding.strength.reason} inline />
      </p>
    )}
    {finding.contrary && (
      <>
        <h2 class="nhsuk-heading-s">Others saw it differently</h2>
        <div class="nhsuk-u-margin-bottom-4">
          <SafeWords words={finding.contrary} />
        </div>
      </>
    )}
    <Facts
      facts={[
        {
          name: 'Rests on',
          value: (
            <a class="nhsuk-link" href={basis.href}>
              {basis.title}
            </a>
          ),
        },
        {
          name: 'Made',
          value: (
            <>
              {nameOf(finding.madeBy)}, <DateInLondon at={finding.madeAt} />
            </>
          ),
        },
        finding.insteadOf !== null && {
          name: 'Replaces',
          value: (
            <a class="nhsuk-link" href={paths.finding({ commissioner, finding: finding.insteadOf })}>
              the finding before it
            </a>
          ),
        },
        finding.publication && {
          name: 'Published',
          value: (
            <>
              {nameOf(finding.publication.publishedBy)}, <DateInLondon at={finding.publication.publishedAt} />.{' '}
              <a class="nhsuk-link" href={paths.public({ commissioner, finding: finding.id })}>
                What everyone sees
              </a>
            </>
          ),
        },
      ]}
    />
    <h2 class="nhsuk-heading-m">The figures then, and now</h2>
    <p>The finding keeps the figures it was made with. Coding may have changed since.</p>
    {drift.themes.length > 0 && (
      <Table
        caption={{ text: 'Themes', size: 's' }}
        responsive
        firstCellIsHeader
        head={['Theme', ...['Comments then', 'Now', 'Responses then', 'Now'].map(numeric)]}
        rows={drift.themes.map(({ name, comments, responses }) => [
          name,
          numeric(said(comments.before)),
          moved(comments),
          numeric(said(responses.before)),
          moved(responses),
        ])}
      />
    )}
    {drift.questions.map(({ text, rows }) => (
      <Table
        caption={{ text, size: 's' }}
        responsive
        firstCellIsHeader
        head={['Answer', numeric('Responses then'), numeric('Now')]}
        rows={rows.map((row: DriftRow) => [row.label, numeric(said(row.before)), moved(row)])}
      />
    ))}
    <NumbersThenAndNow tables={numbers} resultsHref={basis.href} />
    <h2 class="nhsuk-heading-m">Quotes</h2>
    {quotes.length === 0 && <p>{finding.sourceId ? noQuotesFromFiles : 'This finding quotes nobody.'}</p>}
    {quotes.map(({ words, side }) => (
      <blockquote class="gt-quote">
        {side === 'against' && <p class="nhsuk-u-font-weight-bold">Against the finding:</p>}
        {words === null ? (
          <p>This quote can no longer be shown. The person took back their agreement, or their words are withheld.</p>
        ) : (
          <SafeWords words={words} />
        )}
      </blockquote>
    ))}
    <Reviews reviews={finding.reviews} nameOf={nameOf} />
    <Links links={links} heading="See also" />
    {!finding.withdrawal && (
      <>
        {may.publish &&
          !finding.publication &&
          (whyNot ? <p>Not published: {lower(whyNot)}.</p> : <PublishForm {...{ commissioner, finding }} />)}
        <div class="nhsuk-button-group">
          {may.review && !finding.publication && (
            <Button text="Review this finding" href={paths.review({ commissioner, finding: finding.id })} />
          )}
          {may.change && (
            <Button
              text="Make a changed finding"
              variant="secondary"
              href={`${paths.newFinding({ commissioner })}?instead=${finding.id}`}
            />
          )}
          {may.change && (
            <Button text="Withdraw this finding" variant="secondary" href={paths.withdrawal({ commissioner, finding: finding.id })} />
          )}
        </div>
      </>
    )}
    <History happenings={happenings} />
  </>
)

const PublishForm = ({ commissioner, finding }: { commissioner: string; finding: Finding }) => (
  <form method="post" action={paths.publication({ commissioner, finding: finding.id })} novalidate>
    <p>
      A second person has agreed with it. Once it is published, everyone can read the claim, the quotes and what others said. It shows no
      numbers.
    </p>
    <Button text="Publish this finding" preventDoubleClick />
  </form>
)

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export const noQuotesFromFiles =
  'There are no quotes. These comments were brought in from a file, and nobody who wrote them was asked whether they may be quoted.'

const numeric = (text: string) => ({ text, format: 'numeric' })
const said = (count: number) => count.toLocaleString('en-GB')
const moved = (figure: { before: number; now: number }) => numeric(`${said(figure.now)} (${changeInWords(figure)})`)

import { Button, DateInLondon, Facts, type Happening, type HintedLink, History, InsetText, Links, SafeWords, Table } from '#design'
import { changeInWords, type DriftRow, type driftOf } from '../drift.ts'
import type { Finding } from '../finding.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  finding: Finding
  madeBy: string
  withdrawnBy: string
  basis: { title: string; href: string }
  drift: ReturnType<typeof driftOf>
  /** Every quote in its order: its words as they may be shown now, or null where they no longer may. */
  quotes: readonly { id: string; words: string | null }[]
  mayWithdraw: boolean
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

export const FindingPage = ({
  commissioner,
  finding,
  madeBy,
  withdrawnBy,
  basis,
  drift,
  quotes,
  mayWithdraw,
  links,
  happenings,
}: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Finding</span> {finding.title}
    </h1>
    {finding.withdrawal && (
      <InsetText>
        <p>
          {withdrawnBy} withdrew this finding, <DateInLondon at={finding.withdrawal.withdrawnAt} />.
        </p>
        <SafeWords words={finding.withdrawal.reason} />
      </InsetText>
    )}
    <div class="nhsuk-u-margin-bottom-4">
      <SafeWords words={finding.claim} />
    </div>
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
              {madeBy}, <DateInLondon at={finding.madeAt} />
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
    <h2 class="nhsuk-heading-m">Quotes</h2>
    {quotes.length === 0 && <p>{finding.sourceId ? noQuotesFromFiles : 'This finding quotes nobody.'}</p>}
    {quotes.map(({ words }) => (
      <blockquote class="gt-quote">
        {words === null ? (
          <p>This quote can no longer be shown. The person took back their agreement, or their words are withheld.</p>
        ) : (
          <SafeWords words={words} />
        )}
      </blockquote>
    ))}
    <Links links={links} heading="See also" />
    {mayWithdraw && !finding.withdrawal && (
      <Button text="Withdraw this finding" variant="secondary" href={paths.withdrawal({ commissioner, finding: finding.id })} />
    )}
    <History happenings={happenings} />
  </>
)

export const noQuotesFromFiles =
  'There are no quotes. These comments were brought in from a file, and nobody who wrote them was asked whether they may be quoted.'

const numeric = (text: string) => ({ text, format: 'numeric' })
const said = (count: number) => count.toLocaleString('en-GB')
const moved = (figure: { before: number; now: number }) => numeric(`${said(figure.now)} (${changeInWords(figure)})`)

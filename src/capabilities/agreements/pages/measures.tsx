import { Facts, Table } from '#design'
import type { Measurement } from '../measurement.ts'
import { alphaInFigures, intervalInFigures, levelInWords } from '../usual-level.ts'

export interface Names {
  /** What a coder is called. */
  coder(id: string): string
  /** What a theme is called now, with those above it. */
  theme(id: string): string
}

const numeric = (text: string) => ({ text, format: 'numeric' })
const number = (count: number) => count.toLocaleString('en-GB')

/** How far coders agree: all together, theme by theme, pair by pair, and how that is measured. */
export const Measures = ({ measured, names }: { measured: Measurement; names: Names }) => {
  if (measured.comments === 0) return <p>No comment was decided by two coders, so there is nothing to measure.</p>
  return (
    <>
      <Facts
        facts={[
          { name: 'Comments measured', value: `${number(measured.comments)}, about which two coders or more decided` },
          { name: 'The very same themes', value: `${number(measured.same)} of ${number(measured.comments)}` },
          { name: 'All themes together', value: inWords(measured.overall) },
          measured.sentiment && {
            name: 'How it feels, from 1 to 5',
            value: `${inWords(measured.sentiment)}. On ${number(measured.sentiment.comments)} comments`,
          },
        ]}
      />
      <p>
        Research usually asks for an alpha of 0.800 to rely on what was coded, and takes 0.667 as the lowest for careful conclusions. What
        is enough depends on what hangs on it.
      </p>
      {measured.themes.length === 0 ? <p>Nobody saw any theme in these comments.</p> : <Themes measured={measured} names={names} />}
      <Pairs measured={measured} names={names} />
      <Method />
    </>
  )
}

const inWords = ({ alpha, interval }: { alpha: number | null; interval: readonly [number, number] | null }) =>
  alpha === null
    ? 'Alpha cannot be worked out: nothing shows that coders tell one answer from another'
    : `Alpha ${alphaInFigures(alpha)}${interval ? `, between ${intervalInFigures(interval).replace('to', 'and')}` : ', and nothing shows how sure that is'}`

const Themes = ({ measured: { themes, coders, comments }, names }: { measured: Measurement; names: Names }) => (
  <Table
    responsive
    firstCellIsHeader
    caption={{ text: 'Theme by theme', size: 'm' }}
    head={[
      { text: 'Theme' },
      ...coders.map((coder) => numeric(`Seen by ${names.coder(coder)}`)),
      numeric('Same answer'),
      numeric('Alpha'),
      numeric('Between'),
      { text: 'Usual level' },
      ...(coders.length === 2 ? [numeric('Cohen’s kappa')] : []),
    ]}
    rows={themes.map(({ themeId, seen, alike, alpha, interval, kappa }) => [
      { text: names.theme(themeId) },
      ...seen.map((count) => numeric(number(count))),
      numeric(`${number(alike)} of ${number(comments)}`),
      numeric(alphaInFigures(alpha)),
      { text: intervalInFigures(interval), format: 'numeric', classes: 'gt-nowrap' },
      { text: levelInWords(alpha), classes: 'gt-nowrap' },
      ...(coders.length === 2 ? [numeric(alphaInFigures(kappa))] : []),
    ])}
  />
)

const Pairs = ({ measured: { pairs }, names }: { measured: Measurement; names: Names }) => (
  <Table
    responsive
    firstCellIsHeader
    caption={{ text: 'The themes of each comment, two coders at a time', size: 'm' }}
    head={[{ text: 'Coders' }, numeric('Comments'), numeric('F1'), numeric('Between')]}
    rows={pairs.map(({ one, other, f1, interval, comments }) => [
      { text: `${names.coder(one)} and ${names.coder(other)}` },
      numeric(number(comments)),
      numeric(f1 === null ? '–' : f1.toFixed(2)),
      numeric(intervalInFigures(interval)),
    ])}
  />
)

const Method = () => (
  <section>
    <h2 class="nhsuk-heading-m">How this is measured</h2>
    <p>
      Only comments that two coders or more have finished are counted. A comment that someone read and did not finish is no answer, and a
      machine is no coder.
    </p>
    <p>
      <strong>Alpha</strong> is Krippendorff’s: 1 is perfect agreement, 0 is what chance would bring. For a theme it asks whether each coder
      sees it in a comment or not. How a comment feels is taken as an order from 1 to 5. “Between” is where alpha would lie 19 times in 20:
      the comments are drawn anew 1,000 times, with a fixed start, so that the same answers give the same figures. There is none where a
      theme is so rare that many draws miss it, and none where the coders never differ.
    </p>
    <p>
      <strong>F1</strong> takes the themes that two coders gave to a comment: twice those they share, over all that they gave. It is worked
      out for each comment, and this is the mean. Two who both find that nothing fits agree. Its “between” is Student’s.
    </p>
    <p>
      <strong>Same answer</strong> takes no account of chance: where a theme is rare, coders agree on most comments by both not seeing it.
    </p>
  </section>
)

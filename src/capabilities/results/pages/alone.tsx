import { type HintedLink, InsetText, Links, Mistakes, SafeWords, ScrollBox, Table } from '#design'
import type { CountedView } from '../counted-view.ts'
import { differenceInWords, differencesIn } from '../group-difference.ts'
import { peopledColumns, withColumns } from '../result-cross.ts'
import type { Quote } from '../theme-quote.ts'
import { CrossFigure } from './cross-figure.tsx'
import { Keeping } from './keeping.tsx'
import { LookForm } from './look-form.tsx'
import { type ShownProps, WhatThisIs } from './results.tsx'

interface Props extends ShownProps {
  counted: CountedView
  quotes: readonly Quote[]
  /** What can be done with this view: a finding. */
  acts: readonly HintedLink[]
}

// Against each of so many groups the differences can still be read.
const mostGroups = 8

/** One thing looked at alone, or by others, with how large the differences are and what is in the middle. */
export const AlonePage = ({ title, counted, look, keeping, described, sampling, wordsHref, quotes, acts }: Props) => {
  const { rows, columns, everyone, crossed, byLayer, layers } = counted
  const sampled = sampling.way === 'random sample'
  const isThemes = rows.held.in === 'codings'
  const figure = { rowHead: isThemes ? 'Theme' : 'Answer', sampled }
  return (
    <>
      <Mistakes errors={keeping.form.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{title}</span> {rows.label}
      </h1>
      <LookForm {...look} />
      <WhatThisIs responses={everyone.cross.asked} described={described} sampling={sampling} />
      {everyone.cross.rows.length === 0 && <p>Nobody has answered this.</p>}
      {!columns && (
        <CrossFigure
          id="everyone"
          title={rows.label}
          {...figure}
          {...everyone}
          linkOf={isThemes ? (value) => ({ text: 'Words', href: wordsHref(value) }) : undefined}
        />
      )}
      {columns && !layers && <CrossFigure id="crossed" title={`${rows.label}, by ${columns.label}`} {...figure} {...crossed} />}
      {columns && layers && <h2 class="nhsuk-heading-m">For each group of “{layers.label}”</h2>}
      {columns &&
        byLayer.map(({ layer, ...table }, at) => (
          <CrossFigure id={`layer-${at + 1}`} title={`${layer.label}: ${rows.label}, by ${columns.label}`} {...figure} {...table} />
        ))}
      <Middles middles={counted.middles} />
      {columns && !layers && <Differences counted={counted} sampled={sampled} />}
      <Quotes quotes={quotes} counted={counted} />
      <Links links={acts} />
      <Keeping {...keeping} />
    </>
  )
}

const Middles = ({ middles }: Pick<CountedView, 'middles'>) =>
  middles.every(({ middle }) => middle === null) ? null : (
    <>
      <h2 class="nhsuk-heading-m">The middle of the answers</h2>
      <Table
        caption={{ text: 'The middle of the answers', classes: 'nhsuk-u-visually-hidden' }}
        responsive
        firstCellIsHeader
        head={['Group', 'Median', 'The middle half', { text: 'Answers', format: 'numeric' }]}
        rows={middles.map(({ group, middle }) => [
          group,
          middle?.median ?? '–',
          middle ? `${middle.quartiles[0]} to ${middle.quartiles[1]}` : '–',
          { text: (middle?.of ?? 0).toLocaleString('en-GB'), format: 'numeric' },
        ])}
      />
    </>
  )

function Differences({ counted: { crossed, columns }, sampled }: { counted: CountedView; sampled: boolean }) {
  const cross = withColumns(crossed.cross, peopledColumns(crossed.cross))
  const [first, ...others] = cross.columns
  if (!first || others.length === 0 || !columns) return null
  if (others.length > mostGroups)
    return <p>There are too many groups to set each against the first. Choose fewer with a filter to see how large the differences are.</p>
  return (
    <>
      <h2 class="nhsuk-heading-m">How large the differences are</h2>
      <p>
        Each group against “{first.label}”, in percentage points of those who answered. The word says how large that is: Cohen’s small,
        medium and large. A difference says nothing of its cause.{' '}
        {sampled ? 'The range is where it would be for everyone, 19 times in 20.' : 'People chose to answer, so it has no margin of error.'}
      </p>
      <ScrollBox label="How large the differences are: table">
        <Table
          caption={{ text: `Each group against ${first.label}`, classes: 'nhsuk-u-visually-hidden' }}
          firstCellIsHeader
          head={['Answer', ...others.map(({ label }) => label)]}
          rows={differencesIn(cross, sampled).map(({ label, groups }) => [label, ...groups.slice(1).map(differenceInWords)])}
        />
      </ScrollBox>
    </>
  )
}

const Quotes = ({ quotes, counted: { everyone } }: { quotes: readonly Quote[]; counted: CountedView }) =>
  quotes.length === 0 ? null : (
    <>
      <h2 class="nhsuk-heading-m">In people’s own words</h2>
      <InsetText>
        <p>These people agreed to be quoted. Up to three are shown for each theme: they are examples, and stand for nobody else.</p>
      </InsetText>
      {everyone.cross.rows.map(({ value, label }) => {
        const own = quotes.filter(({ themeId }) => themeId === value)
        return own.length === 0 ? null : (
          <>
            <h3 class="nhsuk-heading-s">{label}</h3>
            {own.map(({ words }) => (
              <blockquote class="gt-quote">
                <SafeWords words={words} />
              </blockquote>
            ))}
          </>
        )
      })}
    </>
  )

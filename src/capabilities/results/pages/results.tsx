import { BarChart, Facts, type Happening, type HintedLink, History, InsetText, Links, Mistakes, WarningCallout } from '#design'
import type { BesideCounts } from '../beside-count.ts'
import type { CountedPage } from '../counted-page.ts'
import { type Sampling, samplingSentence } from '../sampling.ts'
import { StaffBeside } from './beside.tsx'
import { CrossFigure } from './cross-figure.tsx'
import { Keeping, type KeepingProps } from './keeping.tsx'
import { LookForm, type LookFormProps } from './look-form.tsx'
import { QuestionCharts } from './question-charts.tsx'
import { Rankings } from './rankings.tsx'
import { ThemeCharts } from './theme-charts.tsx'

export interface ShownProps {
  title: string
  look: LookFormProps
  keeping: KeepingProps
  /** How what is shown was counted, in words. */
  described: string
  sampling: Sampling
  /** Where one thing is looked at alone, with the filters there are. */
  lookHref: (rows: string) => string
  wordsHref: (theme: string) => string
}

interface Props extends ShownProps {
  page: CountedPage
  responses: number
  /** Where it is said how people were chosen; null where it cannot be. */
  samplingHref: string | null
  /** What stands beside the counts of a survey; null for what was brought in from a file. */
  beside: BesideCounts | null
  /** What can be done with them: a finding, a publication. */
  acts: readonly HintedLink[]
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** A survey or a source counted as it is now, with its true figures. */
export const ResultsPage = (props: Props) => {
  const { title, page, responses, look, keeping, described, sampling, samplingHref, beside, acts, links, happenings, lookHref, wordsHref } =
    props
  const sampled = sampling.way === 'random sample'
  const { questions, comments, channels } = page.results
  return (
    <>
      <Mistakes errors={keeping.form.errors} />
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Results</span> {title}
      </h1>
      <Facts
        facts={[
          { name: 'Responses', value: responses.toLocaleString('en-GB') },
          { name: 'Comments', value: comments.comments.toLocaleString('en-GB') },
          { name: 'Comments coded', value: comments.coded.toLocaleString('en-GB') },
          samplingHref !== null && {
            name: 'How people were chosen',
            value: sampled ? 'A random sample' : 'They chose to answer',
            change: { href: samplingHref },
          },
        ]}
      />
      <Links links={acts} />
      <LookForm {...look} />
      <WhatThisIs responses={responses} described={described} sampling={sampling} />
      <h2 class="nhsuk-heading-m">How people answered</h2>
      <BarChart
        id="channels"
        title="Responses by how they came to us"
        of={responses || undefined}
        columns={{ label: 'How they came', count: 'Responses' }}
        bars={channels.map(({ label, count }) => ({ label: count > 0 && count < 5 ? `${label} (small number)` : label, count }))}
      />
      {questions.length > 0 && <h2 class="nhsuk-heading-m">Questions with a choice of answers</h2>}
      <QuestionCharts page={page} sampled={sampled} lookHref={lookHref} known={new Set(look.dimensions.map(({ name }) => name))} />
      <Rankings rankings={page.rankings} />
      {page.frames.length > 0 && <h2 class="nhsuk-heading-m">What people said in their own words</h2>}
      {page.frames.length > 0 && (
        <p>
          We read the comments and marked what each speaks of. A comment that speaks of two themes is counted under both.{' '}
          {comments.coded.toLocaleString('en-GB')} of {comments.comments.toLocaleString('en-GB')} comments speak of at least one theme.
        </p>
      )}
      {page.frames.map((frame) => {
        const crossed = page.crosses.get(`theme:${frame.id}`)
        return crossed && page.by ? (
          <CrossFigure id={`themes-${frame.id}`} title={frame.title} rowHead="Theme" sampled={sampled} {...crossed} />
        ) : (
          <ThemeCharts frame={frame} lookHref={lookHref(`theme:${frame.id}`)} wordsHref={wordsHref} />
        )
      })}
      {beside && <StaffBeside beside={beside} />}
      <Keeping {...keeping} />
      <Links links={links} heading="See also" />
      <History happenings={happenings} />
    </>
  )
}

/** What the figures are and what they are not, on every view of them. */
export const WhatThisIs = ({ responses, described, sampling }: Pick<ShownProps, 'described' | 'sampling'> & { responses: number }) => (
  <>
    {responses > 0 && responses < 5 && (
      <WarningCallout heading={{ text: 'These are fewer than 5 people', level: 2 }}>
        <p>Every figure here is about someone you may know. Do not pass any of them on, and do not try to find out who it is.</p>
      </WarningCallout>
    )}
    <InsetText>
      <p>{samplingSentence(sampling)}</p>
      <p>
        These are the true figures, for staff. A number from 1 to 4 is marked “small number”: it could point at someone, so do not pass it
        on.
      </p>
      <p>
        <strong>How this was counted.</strong> {described}
      </p>
    </InsetText>
  </>
)

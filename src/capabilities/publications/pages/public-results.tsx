import type { ComponentChildren } from 'preact'
import { FindingWords, type PublicFinding } from '#capabilities/findings'
import { PublishedRepresentation } from '#capabilities/populations'
import { Charts } from '#capabilities/results'
import { DateInLondon, type HintedLink, InsetText, Links, SafeWords } from '#design'
import type { PublishedTables } from '../fixed-table.ts'
import { PublicBeside } from './beside.tsx'
import { Crosses } from './crosses.tsx'

interface Props {
  title: string
  closedOn: string
  publishedAt: Date
  tables: PublishedTables
  findings: readonly PublicFinding[]
  corrections: readonly { id: string; note: string; madeAt: Date }[]
  /** Where everyone reads a finding. */
  findingHref: (finding: string) => string
  links: readonly HintedLink[]
  /** How to take the figures along. */
  children: ComponentChildren
}

/** What we heard: for everyone. */
export const PublicResultsPage = ({ title, closedOn, publishedAt, tables, findings, corrections, findingHref, links, children }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">{title}</span> What we heard
    </h1>
    <p class="nhsuk-lede-text">
      {tables.responses === '*' ? 'A few people answered.' : `We had ${tables.responses.toLocaleString('en-GB')} responses.`} The
      consultation closed on <DateInLondon on={closedOn} />.
    </p>
    {corrections.map(({ note, madeAt }) => (
      <InsetText>
        <h2 class="nhsuk-heading-s">
          Correction, <DateInLondon at={madeAt} />
        </h2>
        <SafeWords words={note} />
        <p>The figures below stay as they were published.</p>
      </InsetText>
    ))}
    <InsetText>
      <h2 class="nhsuk-heading-s">Who this is, and who it is not</h2>
      <p>
        These are the people and groups who chose to answer. Nobody picked them to stand for everyone who lives here, and some people are
        harder to reach than others.
      </p>
      <p>This is not a vote and not a sample. The reasons people gave matter as much as how many gave them.</p>
    </InsetText>
    <PublishedRepresentation comparisons={tables.representation ?? []} />
    {findings.length > 0 && <h2 class="nhsuk-heading-m">What we found</h2>}
    {findings.map(({ id, title: heading, strength, claim, contrary, quotes, themes }) => (
      <section aria-labelledby={`finding-${id}`}>
        <h3 class="nhsuk-heading-s" id={`finding-${id}`}>
          <a class="nhsuk-link" href={findingHref(id)}>
            {heading}
          </a>
        </h3>
        <FindingWords claim={claim} contrary={contrary} quotes={quotes} strength={strength}>
          {themes.length > 0 && <p>This comes from what people said about: {themes.join('; ')}.</p>}
        </FindingWords>
      </section>
    ))}
    <Charts tables={tables} />
    <Crosses crosses={tables.crosses ?? []} divisions={tables.divisions ?? []} weighting={tables.weighting} />
    {tables.beside && <PublicBeside beside={tables.beside} />}
    <p>
      We counted these figures on <DateInLondon at={publishedAt} />. They stay as they were that day. A number that could point at someone
      is hidden or counted together with others, and sometimes another one with it.
    </p>
    {children}
    <Links links={links} heading="What happened next" />
  </>
)

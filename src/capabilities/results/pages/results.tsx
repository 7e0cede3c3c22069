import { Facts, type Happening, type HintedLink, History, InsetText, Links } from '#design'
import type { BesideCounts } from '../beside-count.ts'
import type { ResultTables } from '../result-table.ts'
import { StaffBeside } from './beside.tsx'
import { Charts } from './charts.tsx'

interface Props {
  title: string
  tables: ResultTables
  /** What stands beside the counts of a survey; null for what was brought in from a file. */
  beside: BesideCounts | null
  /** What can be done with them: a finding, a publication. */
  acts: readonly HintedLink[]
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** A survey or a source counted as it is now, with its true figures. */
export const ResultsPage = ({ title, tables, beside, acts, links, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Results</span> {title}
    </h1>
    <Facts
      facts={[
        { name: 'Responses', value: tables.responses.toLocaleString('en-GB') },
        { name: 'Comments', value: tables.comments.toLocaleString('en-GB') },
        { name: 'Comments coded', value: tables.coded.toLocaleString('en-GB') },
      ]}
    />
    <Links links={acts} />
    <InsetText>
      <p>
        These are the true figures, for staff. A number from 1 to 4 is marked “small number”: it could point at someone, so do not pass it
        on.
      </p>
    </InsetText>
    <Charts tables={tables} markSmall />
    {beside && <StaffBeside beside={beside} />}
    <Links links={links} heading="See also" />
    <History happenings={happenings} />
  </>
)

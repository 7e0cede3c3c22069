import { Button, Facts, type Happening, type HintedLink, History, InsetText, Links } from '#design'
import type { BesideCounts } from '../beside-count.ts'
import type { Basis } from '../finding.ts'
import { paths } from '../paths.ts'
import type { ResultTables } from '../result-table.ts'
import { StaffBeside } from './beside.tsx'
import { Charts } from './charts.tsx'

interface Props {
  commissioner: string
  basis: Basis
  title: string
  tables: ResultTables
  /** What stands beside the counts of a survey; null for what was brought in from a file. */
  beside: BesideCounts | null
  mayMakeFindings: boolean
  /** Where its published results are, once they are. */
  published: { at: string; href: string } | null
  /** Why they cannot be published now; null when they can; undefined for those who may not. */
  whyNot: string | null | undefined
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** A survey or a source counted as it is now, with its true figures. */
export const ResultsPage = ({
  commissioner,
  basis,
  title,
  tables,
  beside,
  mayMakeFindings,
  published,
  whyNot,
  links,
  happenings,
}: Props) => {
  const about = basis.surveyId === null ? `source=${basis.sourceId}` : `survey=${basis.surveyId}`
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Results</span> {title}
      </h1>
      <Facts
        facts={[
          { name: 'Responses', value: tables.responses.toLocaleString('en-GB') },
          { name: 'Comments', value: tables.comments.toLocaleString('en-GB') },
          { name: 'Comments coded', value: tables.coded.toLocaleString('en-GB') },
          basis.surveyId !== null && {
            name: 'Published',
            value: published ? (
              <a class="nhsuk-link" href={published.href}>
                {published.at}
              </a>
            ) : (
              'Not yet'
            ),
          },
        ]}
      />
      <div class="nhsuk-button-group">
        {mayMakeFindings && <Button text="Make a finding" href={`${paths.newFinding({ commissioner })}?${about}`} />}
        {basis.surveyId !== null && whyNot === null && (
          <Button text="Publish these results" variant="secondary" href={paths.publication({ commissioner, survey: basis.surveyId })} />
        )}
      </div>
      {whyNot && !published && <p>{whyNot}.</p>}
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
}

import { resultsPath } from '#capabilities/results'
import { DateInLondon, Empty, Pager, Table } from '#design'
import type { Finding } from '../finding.ts'
import { paths } from '../paths.ts'
import { StateTag } from './state.tsx'

interface Props {
  commissioner: string
  findings: readonly Finding[]
  next: string | null
  mayMakeFindings: boolean
}

export const FindingsPage = ({ commissioner, findings, next, mayMakeFindings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Findings</h1>
    <p>
      A finding says what the words and the numbers come to. Somebody who did not make it reviews it. Then it can be published, and put to a
      decision, which must answer it.
    </p>
    {findings.length === 0 ? (
      <Empty begin={{ text: 'See the results', href: resultsPath({ commissioner }) }}>
        There are no findings yet. Begin with the results of a survey or of a file:{' '}
        {mayMakeFindings ? 'make a finding there.' : 'an analyst can make a finding there.'}
      </Empty>
    ) : (
      <Table
        caption={{ text: 'Latest first', size: 's' }}
        responsive
        head={['Finding', 'Made', 'State']}
        rows={findings.map((finding) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.finding({ commissioner, finding: finding.id })}>
                {finding.title}
              </a>
            ),
          },
          { html: <DateInLondon at={finding.madeAt} /> },
          { html: <StateTag finding={finding} /> },
        ])}
      />
    )}
    <Pager next={next} label="More findings" />
    <p>
      <a class="nhsuk-link" href={resultsPath({ commissioner })}>
        See the results
      </a>
    </p>
  </>
)

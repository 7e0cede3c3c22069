import { Button, Empty, formatDate, Pager, Table, Tag } from '#design'
import type { Decision } from '../decision.ts'
import { paths } from '../paths.ts'

interface Props {
  commissioner: string
  decisions: readonly Decision[]
  next: string | null
  mayDraft: boolean
}

export const ListPage = ({ commissioner, decisions, next, mayDraft }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Decisions</h1>
    <p>
      A decision answers every finding put to it.{' '}
      <a class="nhsuk-link" href={paths.changes({ commissioner })}>
        See every change that was promised
      </a>
    </p>
    {mayDraft && <Button text="Draft a decision" href={paths.draft({ commissioner })} />}
    {decisions.length === 0 ? (
      <Empty>There are no decisions yet. Draft one, put findings to it, answer each of them and publish it.</Empty>
    ) : (
      <Table
        caption={{ text: 'Latest first', size: 's' }}
        responsive
        head={['Decision', 'Decided', 'State']}
        rows={decisions.map(({ id, title, decidedBy, decidedOn, publishedAt }) => [
          {
            html: (
              <a class="nhsuk-link" href={paths.show({ commissioner, decision: id })}>
                {title}
              </a>
            ),
          },
          `${formatDate(decidedOn)}, by ${decidedBy}`,
          { html: publishedAt ? <Tag text="Published" colour="green" /> : <Tag text="Draft" colour="grey" /> },
        ])}
      />
    )}
    <Pager next={next} label="More decisions" />
  </>
)

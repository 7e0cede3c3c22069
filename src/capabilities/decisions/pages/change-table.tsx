import { formatDate, Table } from '#design'
import type { Change } from '../change.ts'
import { paths } from '../paths.ts'
import { StateTag } from './state.tsx'

interface Props {
  commissioner: string
  changes: readonly Change[]
  today: string
  caption?: string
}

export const ChangeTable = ({ commissioner, changes, today, caption = 'Changes, the earliest due first' }: Props) => (
  <Table
    caption={{ text: caption, size: 's' }}
    responsive
    head={['Change', 'Who sees to it', 'Due', 'State']}
    rows={changes.map((change) => [
      {
        html: (
          <a class="nhsuk-link" href={paths.change({ commissioner, change: change.id })}>
            {change.title}
          </a>
        ),
      },
      change.owner,
      formatDate(change.dueOn),
      { html: <StateTag change={change} today={today} /> },
    ])}
  />
)

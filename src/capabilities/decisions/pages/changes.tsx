import { Empty, Pager } from '#design'
import type { Change } from '../change.ts'
import { paths } from '../paths.ts'
import { ChangeTable } from './change-table.tsx'

export type Shown = 'open' | 'done' | 'dropped'

interface Props {
  commissioner: string
  today: string
  show: Shown
  counts: { open: number; late: number; done: number; dropped: number }
  changes: readonly Change[]
  next: string | null
}

const captions: Readonly<Record<Shown, string>> = {
  open: 'Not done yet, the earliest due first',
  done: 'Done',
  dropped: 'Will not be done',
}

export const ChangesPage = ({ commissioner, today, show, counts, changes, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Changes</h1>
    <p>What was promised because of a decision, followed until it is done.</p>
    {counts.late > 0 && (
      <p>
        <strong>
          {counts.late} {counts.late === 1 ? 'change is' : 'changes are'} late.
        </strong>
      </p>
    )}
    <nav aria-label="Which changes">
      <ul class="nhsuk-list">
        {(['open', 'done', 'dropped'] as const).map((state) => (
          <li>
            <a
              class="nhsuk-link"
              href={`${paths.changes({ commissioner })}?show=${state}`}
              aria-current={state === show ? 'page' : undefined}
            >
              {captions[state].replace(/,.*/, '')} ({counts[state].toLocaleString('en-GB')})
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {changes.length === 0 ? (
      <Empty begin={{ text: 'See the decisions', href: paths.list({ commissioner }) }}>
        There are none. A change is promised on the page of the decision that led to it.
      </Empty>
    ) : (
      <ChangeTable commissioner={commissioner} changes={changes} today={today} caption={captions[show]} />
    )}
    <Pager next={next} label="More changes" />
  </>
)

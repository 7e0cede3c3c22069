import { Empty, Pager } from '#design'
import type { OutreachPlan } from '../outreach.ts'
import { paths } from '../paths.ts'
import { PlanTable } from './plan-table.tsx'

interface Props {
  commissioner: string
  today: string
  show: 'open' | 'closed'
  counts: { open: number; late: number; closed: number }
  plans: readonly OutreachPlan[]
  next: string | null
}

const captions = { open: 'Still to be done, the earliest first', closed: 'Done, or given up' }

/** Everyone we still need to hear, and what is done about it. */
export const OutreachPage = ({ commissioner, today, show, counts, plans, next }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">Who we still need to hear</h1>
    <p>Groups that we have not heard, or far too few of, and what we will do to reach them.</p>
    {counts.late > 0 && (
      <p>
        <strong>
          {counts.late} {counts.late === 1 ? 'is' : 'are'} late.
        </strong>
      </p>
    )}
    <nav aria-label="Which plans">
      <ul class="nhsuk-list">
        {(['open', 'closed'] as const).map((state) => (
          <li>
            <a
              class="nhsuk-link"
              href={`${paths.outreach({ commissioner })}?show=${state}`}
              aria-current={state === show ? 'page' : undefined}
            >
              {captions[state].replace(/,.*/, '')} ({counts[state].toLocaleString('en-GB')})
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {plans.length === 0 ? (
      <Empty begin={{ text: 'See who we heard from', href: paths.list({ commissioner }) }}>
        There are none. A plan is made on the page that shows who is missing.
      </Empty>
    ) : (
      <PlanTable commissioner={commissioner} plans={plans} today={today} caption={captions[show]} />
    )}
    <Pager next={next} label="More plans" />
  </>
)

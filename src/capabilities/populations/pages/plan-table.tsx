import { formatDate, Table, Tag } from '#design'
import { type OutreachPlan, type OutreachState, stateOf, stateWords } from '../outreach.ts'
import { paths } from '../paths.ts'

const colours: Record<OutreachState, 'red' | 'blue' | 'green' | 'grey'> = { late: 'red', due: 'blue', done: 'green', 'not done': 'grey' }

export const StateTag = ({ plan, today }: { plan: OutreachPlan; today: string }) => {
  const state = stateOf(plan, today)
  return <Tag colour={colours[state]} text={stateWords[state]} />
}

interface Props {
  commissioner: string
  plans: readonly OutreachPlan[]
  today: string
  caption: string
}

/** Plans to reach people, with how far each has come. */
export const PlanTable = ({ commissioner, plans, today, caption }: Props) => (
  <Table
    responsive
    caption={{ text: caption, size: 'm' }}
    head={['Who', 'What we will do', 'Who sees to it', 'By when', 'State']}
    rows={plans.map((plan) => [
      {
        html: (
          <a class="nhsuk-link" href={paths.plan({ commissioner, plan: plan.id })}>
            {plan.who}
          </a>
        ),
      },
      plan.action,
      plan.owner,
      formatDate(plan.dueOn),
      { html: <StateTag plan={plan} today={today} /> },
    ])}
  />
)

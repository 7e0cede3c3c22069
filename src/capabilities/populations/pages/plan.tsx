import { Button, DateInLondon, Facts, type Happening, History, SafeWords } from '#design'
import type { OutreachPlan } from '../outreach.ts'
import { paths } from '../paths.ts'
import { StateTag } from './plan-table.tsx'

interface Props {
  commissioner: string
  today: string
  plan: OutreachPlan
  mayPlan: boolean
  happenings: readonly Happening[]
}

/** One plan to reach people, and what became of it. */
export const PlanPage = ({ commissioner, today, plan, mayPlan, happenings }: Props) => {
  const { about, closure } = plan
  const href =
    about.kind === 'headcount'
      ? paths.headcount({ commissioner, headcount: about.id })
      : paths.heard({ commissioner, kind: `${about.kind}s`, id: about.id })
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Who we still need to hear</span> {plan.who}
      </h1>
      <Facts
        facts={[
          { name: 'State', value: <StateTag plan={plan} today={today} /> },
          { name: 'What we will do', value: <SafeWords words={plan.action} /> },
          { name: 'Who sees to it', value: plan.owner },
          { name: 'By when', value: <DateInLondon on={plan.dueOn} /> },
          {
            name: 'Because of',
            value: (
              <a class="nhsuk-link" href={href}>
                {about.title}
              </a>
            ),
          },
          closure && { name: closure.done ? 'What was done' : 'Why not', value: <SafeWords words={closure.told} /> },
          closure?.reached != null && { name: 'People reached', value: closure.reached.toLocaleString('en-GB') },
        ]}
      />
      {mayPlan && !closure && <Button text="Say what became of it" href={paths.closure({ commissioner, plan: plan.id })} />}
      <History happenings={happenings} />
    </>
  )
}

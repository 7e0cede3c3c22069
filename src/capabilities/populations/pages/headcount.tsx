import { DateInLondon, Facts, type Happening, History, InsetText } from '#design'
import type { Comparison } from '../comparison.ts'
import type { Headcount } from '../headcount.ts'
import type { OutreachPlan } from '../outreach.ts'
import { paths } from '../paths.ts'
import { ComparisonSection } from './comparison.tsx'
import { PlanTable } from './plan-table.tsx'

interface Props {
  commissioner: string
  today: string
  headcount: Headcount
  comparison: Comparison
  plans: readonly OutreachPlan[]
  mayPlan: boolean
  happenings: readonly Happening[]
}

/** People whom somebody counted, beside those who live here. */
export const HeadcountPage = ({ commissioner, today, headcount, comparison, plans, mayPlan, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Who they are</span> {headcount.title}
    </h1>
    <InsetText>
      <p>These are true figures, for staff. A number from 1 to 4 is marked “small number”: do not pass it on.</p>
    </InsetText>
    <Facts
      facts={[
        { name: 'Counted on', value: <DateInLondon on={headcount.countedOn} /> },
        { name: 'People in a group', value: comparison.represented.people.toLocaleString('en-GB') },
        { name: 'Did not say', value: headcount.unsaid.toLocaleString('en-GB') },
      ]}
    />
    <ComparisonSection
      id="compared"
      comparison={comparison}
      names="these people"
      planOf={
        mayPlan ? (who) => `${paths.addPlan({ commissioner })}?${new URLSearchParams({ about: `headcount ${headcount.id}`, who })}` : null
      }
      href={{ baseline: paths.baseline({ commissioner, baseline: headcount.baselineId }) }}
    />
    {plans.length > 0 && <PlanTable commissioner={commissioner} plans={plans} today={today} caption="Who we still need to hear" />}
    <History happenings={happenings} />
  </>
)

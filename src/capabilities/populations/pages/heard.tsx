import { Button, Empty, Facts, type Happening, type HintedLink, History, InsetText, Links, Select } from '#design'
import type { Comparison } from '../comparison.ts'
import type { Asked } from '../crosswalk.ts'
import type { OutreachPlan } from '../outreach.ts'
import { paths } from '../paths.ts'
import { ComparisonSection } from './comparison.tsx'
import { PlanTable } from './plan-table.tsx'

interface Props {
  here: { commissioner: string; kind: string; id: string }
  title: string
  today: string
  people: number
  channel: string | null
  channels: readonly { channel: string; label: string; count: number }[]
  comparisons: readonly Comparison[]
  others: readonly Asked[]
  plans: readonly OutreachPlan[]
  mayPlan: boolean
  mayChange: boolean
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

/** Who answered a survey, or whom a source is of, beside those who live here. */
export const HeardPage = ({
  here,
  title,
  today,
  people,
  channel,
  channels,
  comparisons,
  others,
  plans,
  mayPlan,
  mayChange,
  links,
  happenings,
}: Props) => {
  const { commissioner } = here
  const about = `${here.kind === 'surveys' ? 'survey' : 'source'} ${here.id}`
  const matchOf = (dimension: string) => (mayChange ? { match: paths.match({ ...here, dimension }) } : {})
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Who we heard from</span> {title}
      </h1>
      <InsetText>
        <p>
          These people chose to take part. They are no random sample, so this says whom we heard from, and not what everyone here thinks.
          These are true figures, for staff. A number from 1 to 4 is marked “small number”: do not pass it on.
        </p>
      </InsetText>
      <Facts facts={[{ name: 'People', value: people.toLocaleString('en-GB') }]} />
      {channels.length > 1 && (
        <form method="get" action={paths.heard(here)}>
          <Select
            id="channel"
            name="channel"
            label="Show only those who came"
            value={channel ?? ''}
            items={[
              { value: '', text: 'By any way' },
              ...channels.map((one) => ({ value: one.channel, text: `${one.label} (${one.count.toLocaleString('en-GB')})` })),
            ]}
          />
          <Button text="Show" variant="secondary" />
        </form>
      )}
      {comparisons.length === 0 && (
        <Empty begin={mayChange ? { text: 'Add a population', href: paths.add({ commissioner }) } : undefined}>
          There is nothing to compare yet. It needs a population of this area, and a question about the same thing: age, sex, ethnic group,
          disability, religion, sexual orientation, a postcode or a place.
        </Empty>
      )}
      {comparisons.map((comparison, at) => (
        <ComparisonSection
          id={`compared-${at + 1}`}
          comparison={comparison}
          names={here.kind === 'surveys' ? 'those who answered' : 'those we heard from'}
          planOf={mayPlan ? (who) => `${paths.addPlan({ commissioner })}?${new URLSearchParams({ about, who })}` : null}
          href={{ baseline: paths.baseline({ commissioner, baseline: comparison.baseline.id }), ...matchOf(comparison.asked.dimension) }}
        />
      ))}
      {others.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Not compared</h2>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {others.map(({ text, dimension }) => (
              <li>
                {text}
                {mayChange && (
                  <>
                    {' '}
                    <a class="nhsuk-link" href={paths.match({ ...here, dimension })}>
                      Choose a population<span class="nhsuk-u-visually-hidden"> for “{text}”</span>
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {plans.length > 0 && <PlanTable commissioner={commissioner} plans={plans} today={today} caption="Who we still need to hear" />}
      {mayPlan && (
        <p>
          <a class="nhsuk-link" href={`${paths.addPlan({ commissioner })}?${new URLSearchParams({ about })}`}>
            Plan to reach somebody else
          </a>
        </p>
      )}
      <Links links={links} heading="See also" />
      <History happenings={happenings} />
    </>
  )
}

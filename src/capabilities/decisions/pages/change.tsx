import { Button, DateInLondon, Facts, type Happening, type HintedLink, History, Links, SafeWords } from '#design'
import { type Change, isOpen } from '../change.ts'
import type { Decision } from '../decision.ts'
import { paths } from '../paths.ts'
import { StateTag } from './state.tsx'

interface Props {
  commissioner: string
  today: string
  change: Change
  decision: Decision
  finding: { title: string; href: string } | null
  mayFollow: boolean
  links: readonly HintedLink[]
  happenings: readonly Happening[]
}

export const ChangePage = ({ commissioner, today, change, decision, finding, mayFollow, links, happenings }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">Change</span> {change.title}
    </h1>
    <Facts
      facts={[
        { name: 'State', value: <StateTag change={change} today={today} /> },
        { name: 'Who sees to it', value: change.owner },
        { name: 'Due', value: <DateInLondon on={change.dueOn} /> },
        { name: 'Promised', value: <DateInLondon at={change.promisedAt} /> },
        {
          name: 'Because of',
          value: (
            <a class="nhsuk-link" href={paths.show({ commissioner, decision: decision.id })}>
              {decision.title}
            </a>
          ),
        },
        finding && {
          name: 'The finding it comes from',
          value: (
            <a class="nhsuk-link" href={finding.href}>
              {finding.title}
            </a>
          ),
        },
        change.completion && { name: 'Done', value: <DateInLondon on={change.completion.doneOn} /> },
        change.completion && { name: 'How anyone can see it', value: <SafeWords words={change.completion.evidence} /> },
        change.drop && { name: 'Why it will not be done', value: <SafeWords words={change.drop.reason} /> },
      ]}
    />
    {mayFollow && isOpen(change) && (
      <div class="nhsuk-button-group">
        <Button text="Record that it is done" href={paths.completion({ commissioner, change: change.id })} />
        <Button text="It will not be done" variant="secondary" href={paths.drop({ commissioner, change: change.id })} />
      </div>
    )}
    <Links links={links} heading="See also" />
    <History happenings={happenings} />
  </>
)

import { FindingWords } from '#capabilities/findings'
import { DateInLondon, Facts, type HintedLink, Links, SafeWords } from '#design'
import type { Change } from '../change.ts'
import type { Decision, PutFinding } from '../decision.ts'
import { OutcomeTag, StateTag } from './state.tsx'

interface Props {
  today: string
  decision: Decision
  findings: readonly (PutFinding & { quotes: readonly { id: string; words: string }[] })[]
  changes: readonly Change[]
  links: readonly HintedLink[]
}

/** What was decided, and why: for everyone. */
export const PublicDecisionPage = ({ today, decision, findings, changes, links }: Props) => (
  <>
    <h1 class="nhsuk-heading-l">
      <span class="nhsuk-caption-l">What we decided</span> {decision.title}
    </h1>
    <Facts
      facts={[
        { name: 'The question', value: decision.question },
        { name: 'Who decided', value: decision.decidedBy },
        { name: 'When', value: <DateInLondon on={decision.decidedOn} /> },
      ]}
    />
    <h2 class="nhsuk-heading-m">What we heard, and our answer</h2>
    {findings.map(({ findingId, title, claim, contrary, quotes, answer, isWithdrawn }) => (
      <section aria-labelledby={`finding-${findingId}`}>
        <h3 class="nhsuk-heading-s" id={`finding-${findingId}`}>
          You said: {title}
        </h3>
        {isWithdrawn && <p>After this decision we withdrew this finding: it no longer stands.</p>}
        <FindingWords claim={claim} contrary={contrary} quotes={quotes} />
        {answer && (
          <>
            <h4 class="nhsuk-heading-xs">Our answer</h4>
            <p>
              <OutcomeTag outcome={answer.outcome} />
            </p>
            <div class="nhsuk-u-margin-bottom-4">
              <SafeWords words={answer.reason} />
            </div>
            <ChangesOf
              changes={changes.filter((change) => change.findingId === findingId)}
              today={today}
              heading="What changes because of it"
              within="h4"
            />
          </>
        )}
      </section>
    ))}
    <ChangesOf
      changes={changes.filter(({ findingId }) => !findings.some((finding) => finding.findingId === findingId))}
      today={today}
      heading="What else will change"
      within="h2"
    />
    {changes.length === 0 && <p>No change is promised yet because of this decision.</p>}
    <Links links={links} heading="See also" />
  </>
)

const ChangesOf = ({
  changes,
  today,
  heading,
  within: Head,
}: {
  changes: readonly Change[]
  today: string
  heading: string
  within: 'h2' | 'h4'
}) =>
  changes.length === 0 ? null : (
    <>
      <Head class={Head === 'h2' ? 'nhsuk-heading-m' : 'nhsuk-heading-xs'}>{heading}</Head>
      <ul class="nhsuk-list">
        {changes.map((change) => (
          <li>
            <strong>{change.title}</strong> <StateTag change={change} today={today} />
            <br />
            {change.owner}. Due <DateInLondon on={change.dueOn} />.
            {change.completion && (
              <>
                {' '}
                Done <DateInLondon on={change.completion.doneOn} />. <SafeWords words={change.completion.evidence} inline />
              </>
            )}
            {change.drop && (
              <>
                {' '}
                It will not be done. <SafeWords words={change.drop.reason} inline />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )

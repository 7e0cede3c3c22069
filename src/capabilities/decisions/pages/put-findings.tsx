import { findingPath } from '#capabilities/findings'
import { Card, SafeWords, Tag } from '#design'
import type { Decision, PutFinding } from '../decision.ts'
import { paths } from '../paths.ts'
import { OutcomeTag } from './state.tsx'

interface Props {
  commissioner: string
  decision: Decision
  findings: readonly PutFinding[]
  may: { draft: boolean; answer: boolean }
}

/** Each finding put to a decision, with its answer or with what is missing. */
export const PutFindings = ({ commissioner, decision, findings, may }: Props) => (
  <>
    {findings.length === 0 && <p>No finding is put to it yet.</p>}
    {findings.map((finding) => (
      <Card
        heading={{ text: finding.title, size: 's', level: 3 }}
        description={{ html: <Answered commissioner={commissioner} finding={finding} /> }}
        actions={{ items: actions(commissioner, decision, finding, may) }}
      />
    ))}
  </>
)

const Answered = ({ commissioner, finding: { findingId, title, answer, isWithdrawn } }: { commissioner: string; finding: PutFinding }) => (
  <>
    {isWithdrawn && (
      <p>
        <Tag text="Withdrawn" colour="red" /> This finding was withdrawn after it was put to the decision.
      </p>
    )}
    {answer ? (
      <>
        <p>
          <OutcomeTag outcome={answer.outcome} />
        </p>
        <div class="nhsuk-u-margin-bottom-4">
          <SafeWords words={answer.reason} />
        </div>
      </>
    ) : (
      <p>
        <Tag text="Not answered yet" colour="yellow" />
      </p>
    )}
    <p>
      <a class="nhsuk-link" href={findingPath({ commissioner, finding: findingId })}>
        Read the finding<span class="nhsuk-u-visually-hidden"> “{title}”</span>
      </a>
    </p>
  </>
)

const actions = (commissioner: string, decision: Decision, { findingId, title, answer }: PutFinding, may: Props['may']) => {
  const step = { commissioner, decision: decision.id, finding: findingId }
  return [
    may.answer && { text: answer ? 'Change the answer' : 'Answer it', href: paths.answer(step), visuallyHiddenText: title },
    may.draft && { text: 'Take it off', href: paths.removal(step), visuallyHiddenText: title },
  ]
}

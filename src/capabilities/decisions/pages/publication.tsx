import { ConfirmForm } from '#design'
import type { Decision, PutFinding } from '../decision.ts'
import { paths } from '../paths.ts'
import { outcomeWords } from './state.tsx'

interface Props {
  commissioner: string
  decision: Decision
  findings: readonly PutFinding[]
}

/** Asks once, with every answer in sight. */
export const PublicationPage = ({ commissioner, decision, findings }: Props) => {
  const step = { commissioner, decision: decision.id }
  return (
    <ConfirmForm
      question={`Publish “${decision.title}”?`}
      action={paths.publication(step)}
      confirm="Publish decision"
      cancel={{ href: paths.show(step) }}
    >
      <p>Everyone can read it from now on, and those who asked to be told are told. A published decision is not changed.</p>
      <ul>
        {findings.map(({ title, answer }) => (
          <li>
            {title}: {answer ? outcomeWords[answer.outcome].toLowerCase() : 'not answered'}
          </li>
        ))}
      </ul>
    </ConfirmForm>
  )
}

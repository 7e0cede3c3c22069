import { Empty, Facts } from '#design'
import { paths } from '../paths.ts'
import type { Readability } from '../readability.ts'
import type { SurveyVersion } from '../survey.ts'
import type { CheckFinding } from '../wording-finding.ts'

interface Props {
  here: { commissioner: string; id: string }
  survey: SurveyVersion
  readability: Readability | null
  minutes: number
  findings: readonly CheckFinding[]
  mayBuild: boolean
}

/** What may be hard to read or to answer. It advises, and stops nobody. */
export const CheckPage = ({ here, survey, readability, minutes, findings, mayBuild }: Props) => {
  const about = (key: string | null) => findings.filter(({ question }) => question === key)
  const questions = survey.questions.filter(({ key }) => about(key).length > 0)
  return (
    <>
      <h1 class="nhsuk-heading-l">Plain English check: {survey.title}</h1>
      <p>
        A computer cannot tell whether a question is clear. Look at what it found, then ask a few people who have not seen the questions.
      </p>
      <Facts
        facts={[
          {
            name: 'Reading age',
            value: readability
              ? `About ${readability.age}${readability.isRough ? ', as a rough guide: there are few words' : ''}. Aim for 9 to 11.`
              : 'No words yet',
          },
          { name: 'Time to answer', value: `About ${minutes === 1 ? '1 minute' : `${minutes} minutes`}` },
          { name: 'To look at', value: findings.length },
        ]}
      />
      {findings.length === 0 && <Empty>Nothing to look at was found.</Empty>}
      {about(null).length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">All the questions</h2>
          <Findings findings={about(null)} />
        </>
      )}
      {questions.map(({ key, text }) => (
        <>
          <h2 class="nhsuk-heading-s">
            {mayBuild ? (
              <a class="nhsuk-link" href={paths.question({ ...here, key })}>
                {text}
              </a>
            ) : (
              text
            )}
          </h2>
          <Findings findings={about(key)} />
        </>
      ))}
    </>
  )
}

const Findings = ({ findings }: { findings: readonly CheckFinding[] }) => (
  <ul class="nhsuk-list nhsuk-list--bullet">
    {findings.map(({ what, toDo }) => (
      <li>
        <strong>{what}.</strong> {toDo}
      </li>
    ))}
  </ul>
)

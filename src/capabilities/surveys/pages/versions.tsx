import { DateInLondon } from '#design'
import { promiseNames } from '../promise.ts'
import type { SurveyVersion } from '../survey.ts'

export interface VersionShown extends SurveyVersion {
  madeAt: Date
  releasedAt: Date | null
  responses: number
  /** What is different from the version before; none for the first. */
  differences: readonly string[]
}

/** Every version of the questions, latest first: what changed, and how many answered each. */
export const VersionsPage = ({ title, versions }: { title: string; versions: readonly VersionShown[] }) => (
  <>
    <h1 class="nhsuk-heading-l">Versions: {title}</h1>
    <p>A version that was released never changes. Each answer is kept with the version it was given to.</p>
    {versions.map(({ number, releasedAt, madeAt, promise, questions, responses, differences }) => (
      <section>
        <h2 class="nhsuk-heading-m">Version {number}</h2>
        <p>
          {releasedAt ? (
            <>
              Released <DateInLondon at={releasedAt} />
            </>
          ) : (
            <>
              A draft, begun <DateInLondon at={madeAt} />
            </>
          )}
          . {questions.length === 1 ? '1 question' : `${questions.length} questions`}. {howMany(responses)} answered it.
        </p>
        {number === 1 ? (
          <p>The first version. {promiseNames[promise]}.</p>
        ) : differences.length === 0 ? (
          <p>Nothing differs from version {number - 1}.</p>
        ) : (
          <ul class="nhsuk-list nhsuk-list--bullet">
            {differences.map((difference) => (
              <li>{difference}</li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </>
)

const howMany = (count: number) => (count === 0 ? 'Nobody has' : count === 1 ? 'One person' : `${count.toLocaleString('en-GB')} people`)

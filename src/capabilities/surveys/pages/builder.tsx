import { Button, Empty, Facts, type Happening, History, InsetText, Links } from '#design'
import { paths } from '../paths.ts'
import { promiseNames } from '../promise.ts'
import type { SurveyVersion } from '../survey.ts'
import { pagesOf } from '../survey-page.ts'
import { BuilderPart } from './builder-part.tsx'

export interface BuilderProps {
  commissioner: string
  survey: SurveyVersion
  /** How many people have answered, under any version. */
  responses: number
  mayBuild: boolean
  neighbours: readonly { text: string; href: string; hint?: string }[]
  happenings: readonly Happening[]
  /** What the blocks among the questions are called, by their ids. */
  blockNames: ReadonlyMap<string, string>
}

/** All the questions of a survey, and what can be done with each. */
export function BuilderPage({ commissioner, survey, responses, mayBuild, neighbours, happenings, blockNames }: BuilderProps) {
  const here = { commissioner, id: survey.surveyId }
  const pages = pagesOf(survey)
  const unreleasedChange = !survey.released && survey.number > 1
  return (
    <>
      <h1 class="nhsuk-heading-l">Questions: {survey.title}</h1>
      <Facts
        facts={[
          { name: 'Version', value: standing(survey) },
          { name: 'What you promise', value: promiseNames[survey.promise], ...(mayBuild && { change: { href: paths.promise(here) } }) },
          { name: 'Responses so far', value: responses },
        ]}
      />
      {unreleasedChange && (
        <InsetText>
          <p>
            You have changed these questions since version {survey.number - 1} was released. People still answer version {survey.number - 1}
            .
          </p>
          {mayBuild && (
            <p>
              <a class="nhsuk-link" href={paths.release(here)}>
                Release version {survey.number}
              </a>
            </p>
          )}
        </InsetText>
      )}
      {survey.released && mayBuild && (
        <p>People are answering these questions. What you change here makes a new version, which nobody sees until you release it.</p>
      )}
      {survey.questions.length === 0 ? (
        <Empty>There are no questions yet. People can answer once there is at least one.</Empty>
      ) : (
        <>
          <ul class="nhsuk-list">
            <li>
              <a class="nhsuk-link" href={paths.preview(here)}>
                See the questions as people will see them
              </a>
            </li>
            <li>
              <a class="nhsuk-link" href={paths.check(here)}>
                Check that they are easy to read and to answer
              </a>
            </li>
            <li>
              <a class="nhsuk-link" href={paths.versions(here)}>
                See what changed from version to version
              </a>
            </li>
          </ul>
          {pages.map((page) => (
            <BuilderPart
              here={here}
              survey={survey}
              page={page}
              isOnlyPage={pages.length === 1}
              blockNames={blockNames}
              mayBuild={mayBuild}
            />
          ))}
        </>
      )}
      {mayBuild ? (
        <>
          <Button text="Add a question" href={paths.newQuestion(here)} />
          <p>
            <a class="nhsuk-link" href={paths.blocks(here)}>
              Add questions that belong together, such as the equality questions
            </a>
          </p>
        </>
      ) : (
        <p>You can look at these questions. Engagement leads and administrators can change them.</p>
      )}
      <Links links={neighbours} heading="More about these questions" />
      <History happenings={happenings} />
    </>
  )
}

const standing = ({ number, released }: SurveyVersion) =>
  released ? `${number}, released` : number === 1 ? '1, a draft: nobody can answer it yet' : `${number}, a draft`

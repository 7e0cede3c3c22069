import { Button, Empty, Facts, type Happening, History, InsetText } from '#design'
import { paths } from '../paths.ts'
import { promiseNames } from '../promise.ts'
import type { SurveyVersion } from '../survey.ts'
import { BuilderQuestion } from './builder-question.tsx'

export interface BuilderProps {
  commissioner: string
  survey: SurveyVersion
  /** How many people have answered, under any version. */
  responses: number
  mayBuild: boolean
  neighbours: readonly { text: string; href: string; hint?: string }[]
  happenings: readonly Happening[]
}

/** All the questions of a survey, and what can be done with each. */
export function BuilderPage({ commissioner, survey, responses, mayBuild, neighbours, happenings }: BuilderProps) {
  const here = { commissioner, id: survey.surveyId }
  const unreleasedChange = !survey.released && survey.number > 1
  return (
    <>
      <h1 class="nhsuk-heading-l">Questions: {survey.title}</h1>
      <Facts
        facts={[
          { name: 'Version', value: standing(survey) },
          { name: 'What you promise', value: promiseNames[survey.promise], ...(mayBuild && { change: { href: paths.promise(here) } }) },
          { name: 'Responses so far', value: responses },
          neighbours.length > 0 && {
            name: 'Used by',
            value: (
              <>
                {neighbours.map(({ text, href }) => (
                  <a class="nhsuk-link" href={href}>
                    {text}
                  </a>
                ))}
              </>
            ),
          },
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
          <p>
            <a class="nhsuk-link" href={paths.preview(here)}>
              See the questions as people will see them
            </a>
          </p>
          <ol class="gt-questions">
            {survey.questions.map((question, at) => (
              <BuilderQuestion
                here={here}
                question={question}
                isFirst={at === 0}
                isLast={at === survey.questions.length - 1}
                mayBuild={mayBuild}
              />
            ))}
          </ol>
        </>
      )}
      {mayBuild ? (
        <Button text="Add a question" href={paths.newQuestion(here)} />
      ) : (
        <p>You can look at these questions. Engagement leads and administrators can change them.</p>
      )}
      <History happenings={happenings} />
    </>
  )
}

const standing = ({ number, released }: SurveyVersion) =>
  released ? `${number}, released` : number === 1 ? '1, a draft: nobody can answer it yet' : `${number}, a draft`

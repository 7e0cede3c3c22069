import { groupsOf } from '../block.ts'
import { paths } from '../paths.ts'
import { pipedText } from '../piping.ts'
import type { Question } from '../question.ts'
import type { SurveyVersion } from '../survey.ts'
import type { SurveyPage } from '../survey-page.ts'
import { BuilderQuestion } from './builder-question.tsx'

interface Props {
  here: { commissioner: string; id: string }
  survey: SurveyVersion
  page: SurveyPage
  isOnlyPage: boolean
  blockNames: ReadonlyMap<string, string>
  mayBuild: boolean
}

/** One page of the questions in the builder, with those of one block held together. */
export function BuilderPart({ here, survey, page, isOnlyPage, blockNames, mayBuild }: Props) {
  const title = page.title && pipedText(page.title, survey, null)
  const List = ({ questions }: { questions: readonly Question[] }) => (
    <ol class="gt-questions">
      {questions.map((question) => (
        <BuilderQuestion
          here={here}
          survey={survey}
          question={question}
          isFirst={survey.questions[0]?.key === question.key}
          isLast={survey.questions.at(-1)?.key === question.key}
          mayBuild={mayBuild}
        />
      ))}
    </ol>
  )
  return (
    <section>
      <h2 class={isOnlyPage && !title ? 'nhsuk-u-visually-hidden' : 'nhsuk-heading-m'}>
        {isOnlyPage ? (title ?? 'The questions') : `Page ${page.number}${title ? `: ${title}` : ''}`}
      </h2>
      {groupsOf(page.questions).map(({ block, questions }) =>
        block === null ? (
          <List questions={questions} />
        ) : (
          <div class="gt-block">
            <p class="gt-block__name">
              <strong>{blockNames.get(block) ?? 'Questions that belong together'}</strong>{' '}
              {mayBuild && (
                <a class="nhsuk-link" href={paths.blockRemoval({ ...here, block })}>
                  Remove them all<span class="nhsuk-u-visually-hidden">: {blockNames.get(block)}</span>
                </a>
              )}
            </p>
            <List questions={questions} />
          </div>
        ),
      )}
    </section>
  )
}

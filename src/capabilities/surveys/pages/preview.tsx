import { InsetText, Pagination } from '#design'
import { askedWords } from '../condition.ts'
import { paths } from '../paths.ts'
import { pipedText } from '../piping.ts'
import { promiseSentences } from '../promise.ts'
import type { SurveyVersion } from '../survey.ts'
import type { SurveyPage } from '../survey-page.ts'
import { Questions } from './questions.tsx'

interface Props {
  here: { commissioner: string; id: string }
  survey: SurveyVersion
  pages: readonly SurveyPage[]
  page: SurveyPage | undefined
  isWide: boolean
}

/** A page of the questions as a person who answers sees it, on a phone or on a wide screen. Nothing here can be sent. */
export const PreviewPage = ({ here, survey, pages, page, isWide }: Props) => {
  const at = (number: number, wide = isWide) => `${paths.preview(here)}?page=${number}${wide ? '&width=full' : ''}`
  const number = page?.number ?? 1
  const conditions = (page?.questions ?? []).flatMap((question) => {
    const words = askedWords(question, survey)
    return words ? [{ text: question.text, words }] : []
  })
  return (
    <>
      <h1 class="nhsuk-heading-l">{survey.title}</h1>
      <InsetText>
        <p>
          This is a preview for staff. Try it out: nothing you type here is sent or kept.{' '}
          <a href={at(number, !isWide)}>{isWide ? 'See it as on a phone' : 'See it as wide as this screen'}</a>
        </p>
        {conditions.length > 0 && (
          <ul class="nhsuk-list nhsuk-list--bullet">
            {conditions.map(({ text, words }) => (
              <li>
                “{text}” is not asked of everyone. {words}.
              </li>
            ))}
          </ul>
        )}
      </InsetText>
      <div class={isWide ? 'gt-preview' : 'gt-preview gt-preview--phone'}>
        {number === 1 && <p>{promiseSentences[survey.promise]}</p>}
        {pages.length > 1 && (
          <p class="gt-questions__kind">
            Page {number} of {pages.length}
          </p>
        )}
        {page?.title && <h2 class="nhsuk-heading-m">{pipedText(page.title, survey, null)}</h2>}
        <Questions version={survey} form={blankForm} questions={page?.questions ?? []} answers={null} commissioner={here.commissioner} />
      </div>
      {pages.length > 1 && (
        <Pagination
          ariaLabel="Pages of the questions"
          {...(number > 1 && { previous: { href: at(number - 1), label: `Page ${number - 1}` } })}
          {...(number < pages.length && { next: { href: at(number + 1), label: `Page ${number + 1}` } })}
        />
      )}
    </>
  )
}

const blankForm = { values: {}, errors: {} }

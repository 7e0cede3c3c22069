import { InsetText } from '#design'
import { promiseSentences } from '../promise.ts'
import type { SurveyVersion } from '../survey.ts'
import { Questions } from './questions.tsx'

/** The questions as a person who answers sees them. Nothing here can be sent. */
export const PreviewPage = ({ survey }: { survey: SurveyVersion }) => (
  <>
    <h1 class="nhsuk-heading-l">{survey.title}</h1>
    <InsetText>
      <p>This is a preview for staff. Try it out: nothing you type here is sent or kept.</p>
    </InsetText>
    <p>{promiseSentences[survey.promise]}</p>
    <Questions version={survey} form={{ values: {}, errors: {} }} />
  </>
)

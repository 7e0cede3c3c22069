import { promiseSentences, Questions, type SurveyVersion } from '#capabilities/surveys'
import { Button, DateInLondon, InsetText, Mistakes } from '#design'
import type { Body } from '#platform/forms.ts'
import type { Consultation } from '../consultation.ts'
import { paths } from '../paths.ts'
import { ContactQuestions } from './contact-questions.tsx'

interface Props {
  commissioner: string
  consultation: Consultation
  version: SurveyVersion
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
}

/** The questions, and apart from them what someone may tell us about themselves. */
export const RespondPage = ({ commissioner, consultation, version, form }: Props) => (
  <>
    <Mistakes errors={form.errors} />
    <h1 class="nhsuk-heading-l">{consultation.title}</h1>
    <p>
      You can answer until midnight at the end of <DateInLondon on={consultation.closesOn} />. If a question says “optional”, you can skip
      it.
    </p>
    <InsetText>
      <p>{promiseSentences[version.promise]}</p>
    </InsetText>
    <form method="post" action={paths.respond({ commissioner, slug: consultation.slug })} novalidate>
      {/* The version these questions come from, so that answers are read by it should another be released meanwhile. */}
      <input type="hidden" name="survey-version" value={version.id} />
      <Questions version={version} form={form} />
      <ContactQuestions promise={version.promise} places={consultation.places} form={form} />
      <Button text="Send your answers" preventDoubleClick />
    </form>
  </>
)

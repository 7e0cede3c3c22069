import type { Body } from '#platform/forms.ts'
import { askedWords } from '../condition.ts'
import { paths } from '../paths.ts'
import { pipedQuestion } from '../piping.ts'
import type { GivenAnswer, Question } from '../question.ts'
import { typeOf } from '../questions/registry.ts'
import type { SurveyVersion } from '../survey.ts'

interface Props {
  version: Pick<SurveyVersion, 'questions' | 'surveyId'>
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
  /** Those of one page that are asked. Without it, all: with the titles of the pages, and when each question is to be answered. */
  questions?: readonly Question[]
  /** What was answered before, to be repeated in later words. Null in a preview: it says what will stand there. */
  answers?: readonly GivenAnswer[] | null
  /** Whose survey it is, for the addresses of pictures. Without it their descriptions stand in their places. */
  commissioner?: string
}

/** Questions as a person who answers sees them. They go inside a form, with the mistakes above it. */
export const Questions = ({ version, form: { values, errors }, questions, answers = [], commissioner }: Props) => {
  const pictures = answers === null ? paths.deskPicture : paths.picture
  const addressOf = (file: string) => pictures({ commissioner: commissioner ?? '', id: version.surveyId, file })
  return (
    <>
      {(questions ?? version.questions).map((question) => {
        const { Field } = typeOf(question)
        const asked = pipedQuestion(question, version, answers)
        const onlyIf = questions ? null : askedWords(question, version)
        return (
          <>
            {!questions && asked.page && <h2 class="nhsuk-heading-m">{asked.page}</h2>}
            {onlyIf && <p class="gt-only-if">{onlyIf}:</p>}
            <Field question={asked} values={values} errors={errors} {...(commissioner && { addressOf })} />
          </>
        )
      })}
    </>
  )
}

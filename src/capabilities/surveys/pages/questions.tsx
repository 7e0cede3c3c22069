import type { Body } from '#platform/forms.ts'
import { typeOf } from '../questions/registry.ts'
import type { SurveyVersion } from '../survey.ts'

interface Props {
  version: Pick<SurveyVersion, 'questions'>
  form: { values: Body; errors: Readonly<Record<string, string | undefined>> }
}

/** Every question as a person who answers sees it. They go inside a form, with the mistakes above it. */
export const Questions = ({ version, form }: Props) => (
  <>
    {version.questions.map((question) => {
      const { Field } = typeOf(question)
      return <Field question={question} values={form.values} errors={form.errors} />
    })}
  </>
)

import { Checkboxes } from '#design'
import { askedAs, type QuestionType } from '../question.ts'
import { countChoices, OptionSettings, OtherWords, offeredBy, optionSettings, readChoices } from './option-list.tsx'

export const someOf: QuestionType = {
  name: 'some-of',
  label: 'Choose any number of answers',
  settings: optionSettings,
  SettingsFields: OptionSettings,
  answer: (question, body) => readChoices(question, body, Number.POSITIVE_INFINITY),
  Field: ({ question, values, errors }) => (
    <Checkboxes
      name={question.key}
      idPrefix={question.key}
      fieldset={{ legend: { text: askedAs(question), size: 'm' } }}
      hint={question.hint ?? 'Choose all that apply.'}
      errorMessage={errors[question.key]}
      values={[values[question.key] ?? []].flat()}
      items={offeredBy(question).map(({ value, label }) => ({ value, text: label }))}
      formGroup={question.other ? { afterInputs: { html: <OtherWords question={question} values={values} errors={errors} /> } } : undefined}
    />
  ),
  summarise: countChoices,
}

import { Radios } from '#design'
import { askedAs, type QuestionType } from '../question.ts'
import { countChoices, OptionSettings, OtherWords, offeredBy, optionSettings, readChoices } from './option-list.tsx'

export const oneOf: QuestionType = {
  name: 'one-of',
  label: 'Choose one answer',
  settings: optionSettings,
  SettingsFields: OptionSettings,
  answer: (question, body) => readChoices(question, body, 1),
  Field: ({ question, values, errors }) => (
    <Radios
      name={question.key}
      idPrefix={question.key}
      fieldset={{ legend: { text: askedAs(question), size: 'm' } }}
      hint={question.hint}
      errorMessage={errors[question.key]}
      value={[values[question.key] ?? ''].flat().at(-1)}
      items={offeredBy(question).map(({ value, label }) => ({ value, text: label }))}
      formGroup={question.other ? { afterInputs: { html: <OtherWords question={question} values={values} errors={errors} /> } } : undefined}
    />
  ),
  summarise: countChoices,
}

import { Select } from '#design'
import { askedAs, type QuestionType, shownAt } from '../question.ts'
import { chooseOne } from './choose-one.tsx'
import { OptionSettings, OtherWords, optionSettings } from './option-list.tsx'
import { offeredBy } from './options.ts'

export const dropDown: QuestionType = {
  name: 'drop-down',
  label: 'Choose one answer from a long list',
  settings: optionSettings,
  SettingsFields: OptionSettings,
  ...chooseOne(offeredBy),
  Field: (props) => {
    const { question, values, errors } = props
    return (
      <>
        <Select
          id={question.key}
          name={question.key}
          label={{ text: askedAs(question), size: 'm' }}
          hint={question.hint}
          errorMessage={errors[question.key]}
          value={shownAt(values, question.key)}
          items={[{ value: '', text: 'Choose an answer' }, ...offeredBy(question).map(({ value, label }) => ({ value, text: label }))]}
        />
        {question.other && <OtherWords {...props} />}
      </>
    )
  },
}

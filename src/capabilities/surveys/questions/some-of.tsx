import { Checkboxes } from '#design'
import { askedAs, type QuestionType } from '../question.ts'
import { printedLabels } from './choose-one.tsx'
import {
  afterOptions,
  countChoices,
  OptionSettings,
  optionFields,
  optionSettings,
  otherCell,
  otherColumn,
  readChoices,
  shownChoices,
  typedChoices,
} from './option-list.tsx'
import { offeredBy } from './options.ts'
import { OnPaper, TickBoxes } from './paper.tsx'
import { yesOrNo } from './yes-no.tsx'

export const someOf: QuestionType = {
  name: 'some-of',
  label: 'Choose any number of answers',
  settings: optionSettings,
  SettingsFields: OptionSettings,
  fields: optionFields,
  answer: (question, body) => readChoices(question, offeredBy(question), body, Number.POSITIVE_INFINITY),
  typed: typedChoices,
  Field: (props) => (
    <Checkboxes
      name={props.question.key}
      idPrefix={props.question.key}
      fieldset={{ legend: { text: askedAs(props.question), size: 'm' } }}
      hint={props.question.hint ?? 'Choose all that apply.'}
      errorMessage={props.errors[props.question.key]}
      values={[props.values[props.question.key] ?? []].flat()}
      items={offeredBy(props.question).map(({ value, label }) => ({ value, text: label }))}
      formGroup={afterOptions(props)}
    />
  ),
  Paper: (props) => (
    <OnPaper {...props} how="Tick all the boxes that apply.">
      <TickBoxes labels={printedLabels(offeredBy(props.question))} />
    </OnPaper>
  ),
  shown: (question, given) => shownChoices(offeredBy(question), given),
  choices: offeredBy,
  offers: (question, choice) => offeredBy(question).some(({ value }) => value === choice),
  summarise: (question, tally) => countChoices(question, offeredBy(question), tally, true),
  columns: (question) => [
    ...offeredBy(question).map(({ value, label }) => ({
      key: `${question.key}.${value}`,
      label: `${question.text}: ${label}`,
      values: yesOrNo,
    })),
    ...otherColumn(question),
  ],
  // "No" only where the question was answered: who skipped it said neither.
  cells: (question, given) => ({
    ...(given.choices &&
      Object.fromEntries(
        offeredBy(question).map(({ value }) => [`${question.key}.${value}`, given.choices?.includes(value) ? 'yes' : 'no']),
      )),
    ...otherCell(question, given),
  }),
}

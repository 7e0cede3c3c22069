import { Radios } from '#design'
import { askedAs, type Option, type Question, type QuestionType, shownAt } from '../question.ts'
import {
  afterOptions,
  countChoices,
  optionFields,
  otherCell,
  otherColumn,
  readChoices,
  shownChoices,
  typedChoices,
} from './option-list.tsx'
import { OnPaper, TickBoxes } from './paper.tsx'

/** What every kind of question has in common where one of these options is the answer. */
export const chooseOne = (offered: (question: Question) => Option[], { beside = false } = {}) =>
  ({
    fields: optionFields,
    answer: (question, body) => readChoices(question, offered(question), body, 1),
    typed: typedChoices,
    Field: (props) => (
      <Radios
        name={props.question.key}
        idPrefix={props.question.key}
        fieldset={{ legend: { text: askedAs(props.question), size: 'm' } }}
        hint={props.question.hint}
        errorMessage={props.errors[props.question.key]}
        value={shownAt(props.values, props.question.key)}
        items={offered(props.question).map(({ value, label }) => ({ value, text: label }))}
        inline={beside}
        formGroup={afterOptions(props)}
      />
    ),
    Paper: (props) => (
      <OnPaper {...props} how="Tick one box.">
        <TickBoxes labels={printedLabels(offered(props.question))} beside={beside} />
      </OnPaper>
    ),
    shown: (question, given) => shownChoices(offered(question), given),
    choices: offered,
    offers: (question, choice) => offered(question).some(({ value }) => value === choice),
    summarise: (question, tally) => countChoices(question, offered(question), tally),
    columns: (question) => [{ key: question.key, label: question.text, values: offered(question) }, ...otherColumn(question)],
    cells: (question, given) => ({ ...(given.choices?.[0] && { [question.key]: given.choices[0] }), ...otherCell(question, given) }),
  }) satisfies Partial<QuestionType>

/** On paper there is a line to say what else. */
export const printedLabels = (offered: readonly Option[]) =>
  offered.map(({ value, label }) => (value === 'other' ? `${label}. Please say what: ______________________________` : label))

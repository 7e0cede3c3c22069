import { z } from 'zod'
import { Input } from '#design'
import { missing, type Question, type QuestionType, type Reading, shownAt, wordsSent } from '../question.ts'
import { Group } from './group.tsx'
import { bandsOf, besideBox, hasPlaces, measuresOf, numberTyped, sumOf, withUnit } from './numbers.ts'
import { LabelsField } from './option-list.tsx'
import { countedByHalf, givenByHalf, halvesOf, labelIn, labelList, withGone } from './options.ts'
import { OnPaper, PaperTable, WritingBox } from './paper.tsx'
import { numberSet, optionalWords, wording } from './wording.ts'

const thingsOf = (question: Question) => question.options ?? []
const fieldOf = ({ key }: Question, thing: string) => `${key}.${thing}`
const totalOf = ({ total = 100 }: Question) => total
const inAll = (question: Question) => `The amounts must come to ${withUnit(totalOf(question), question.unit)} in all.`

/** An amount, shared out among things in whole numbers. */
export const budget: QuestionType = {
  name: 'budget',
  label: 'Share out an amount',
  settings: z.object({
    ...wording,
    labels: labelList('things to share it among', 2, 15),
    total: numberSet('The amount to share', { least: 1, most: 1e9 }).transform((total) => total ?? 100),
    unit: optionalWords('What it is counted in', 20),
  }),
  SettingsFields: ({ values, errors }) => (
    <>
      <LabelsField name="labels" label="Things to share it among" values={values} errors={errors} />
      <Input
        id="total"
        name="total"
        label={{ text: 'Amount to share', size: 's' }}
        hint="A whole number. We use 100 if you leave this empty."
        inputmode="numeric"
        width={10}
        value={values.total}
        errorMessage={errors.total}
      />
      <Input
        id="unit"
        name="unit"
        label={{ text: 'What it is counted in (optional)', size: 's' }}
        hint="For example, £ or points."
        width={10}
        value={values.unit}
        errorMessage={errors.unit}
      />
    </>
  ),
  fields: (question) => thingsOf(question).map(({ value }) => fieldOf(question, value)),
  answer: readAmounts,
  typed: (question, given) => Object.fromEntries([...givenByHalf(given)].map(([thing, amount]) => [fieldOf(question, thing), amount])),
  Field: ({ question, values, errors }) => (
    <Group
      question={question}
      hint={[question.hint, inAll(question), 'Leave a box empty to give nothing.'].filter(Boolean).join(' ')}
      error={errors[question.key]}
    >
      {thingsOf(question).map(({ value, label }) => (
        <Input
          id={fieldOf(question, value)}
          name={fieldOf(question, value)}
          label={label}
          inputmode="numeric"
          width={10}
          {...besideBox(question.unit)}
          value={shownAt(values, fieldOf(question, value))}
          errorMessage={errors[fieldOf(question, value)]}
        />
      ))}
    </Group>
  ),
  Paper: (props) => (
    <OnPaper {...props} how={inAll(props.question)}>
      <PaperTable
        heads={['', props.question.unit ? `Amount (${props.question.unit})` : 'Amount']}
        rows={[
          ...thingsOf(props.question).map(({ label }) => ({ label, cell: [<WritingBox width={6} />] })),
          { label: 'In all', cell: [withUnit(totalOf(props.question), props.question.unit)] },
        ]}
      />
    </OnPaper>
  ),
  shown: (question, { choices }) =>
    (choices ?? [])
      .map(halvesOf)
      .map(([thing, amount]) => `${labelIn(thingsOf(question), thing)}: ${withUnit(amount, question.unit)}`)
      .join('; '),
  choices: () => [],
  offers: (question, choice) => thingsOf(question).some(({ value }) => value === halvesOf(choice)[0]),
  summarise: (question, { answered, choices }) => {
    const counted = countedByHalf(choices)
    const parts = withGone(thingsOf(question), counted.keys()).map(({ value, label }) => {
      const amounts = (counted.get(value) ?? []).map(([amount, count]) => [Number(amount), count] as const)
      const rows = bandsOf(amounts, { least: 0, most: totalOf(question), unit: question.unit })
      return {
        key: `${question.key}:${value}`,
        text: `${question.text}: ${label}`,
        answered: sumOf(rows),
        several: false,
        rows,
        figures: measuresOf(amounts, question.unit).filter(({ name }) => name === 'Mean'),
      }
    })
    return { answered, parts, together: true }
  },
  columns: (question) =>
    thingsOf(question).map(({ value, label }) => ({
      key: fieldOf(question, value),
      label: `${question.text}: ${label}${question.unit ? ` (${question.unit})` : ''}`,
      values: null,
    })),
  cells: (question, given) => Object.fromEntries([...givenByHalf(given)].map(([thing, amount]) => [fieldOf(question, thing), amount])),
}

/** An empty box beside one that is filled in is nought. What does not come to the amount is not kept. */
function readAmounts(question: Question, body: Parameters<QuestionType['answer']>[1]): Reading {
  const mistakes: Record<string, string> = {}
  const typed = thingsOf(question).map(({ value, label }) => ({ value, label, words: wordsSent(body, fieldOf(question, value)) }))
  const [first] = typed
  if (!first || typed.every(({ words }) => words === '')) {
    if (first && question.required)
      mistakes[fieldOf(question, first.value)] = missing(
        question,
        `Share out ${withUnit(totalOf(question), question.unit)} in “${question.text}”`,
      )
    return { choices: null, words: null, mistakes }
  }

  const amounts = typed.map(({ value, label, words }) => {
    const amount = words === '' ? '0' : numberTyped(words, question.unit)
    const isAmount = amount !== null && hasPlaces(amount, 0) && Number(amount) >= 0
    if (!isAmount) mistakes[fieldOf(question, value)] = `The amount for “${label}” must be a whole number, like 20, or empty`
    return { value, amount: isAmount ? Number(amount) : 0 }
  })
  const sum = amounts.reduce((total, { amount }) => total + amount, 0)
  if (Object.keys(mistakes).length === 0 && sum !== totalOf(question))
    mistakes[fieldOf(question, first.value)] = doesNotAddUp(question, sum)
  const isRight = Object.keys(mistakes).length === 0
  return { choices: isRight ? amounts.map(({ value, amount }) => `${value}:${amount}`) : null, words: null, mistakes }
}

function doesNotAddUp(question: Question, sum: number): string {
  const { text, unit } = question
  const total = totalOf(question)
  const is = `Your amounts for “${text}” come to ${withUnit(sum, unit)}`
  return sum < total
    ? `${is}. You have ${withUnit(total - sum, unit)} left to share out.`
    : `${is}, which is ${withUnit(sum - total, unit)} too much. They must come to ${withUnit(total, unit)}.`
}

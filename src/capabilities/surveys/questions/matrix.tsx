import { z } from 'zod'
import type { FieldProps, Option, Question, QuestionType, Reading } from '../question.ts'
import { missing, shownAt, wordsSent } from '../question.ts'
import { Group } from './group.tsx'
import { MatrixTable } from './matrix-table.tsx'
import { sumOf } from './numbers.ts'
import { LabelsField } from './option-list.tsx'
import { countedByHalf, givenByHalf, halvesOf, labelIn, labelList, withGone } from './options.ts'
import { Box, OnPaper, PaperTable } from './paper.tsx'
import { wording } from './wording.ts'

const rowsOf = (question: Question): Option[] => question.rows ?? []
const columnsOf = (question: Question): Option[] => question.options ?? []
const fieldOf = ({ key }: Question, row: string) => `${key}.${row}`

/** The same choice for each of several things. */
export const matrix: QuestionType = {
  name: 'matrix',
  label: 'A table: the same choice for several things',
  settings: z.object({
    ...wording,
    rowLabels: labelList('things to ask about', 1, 30),
    labels: labelList('answers to choose from', 2, 10),
  }),
  SettingsFields: (props) => (
    <>
      <LabelsField name="rowLabels" label="Things to ask about" {...props} />
      <LabelsField name="labels" label="Answers to choose from for each" {...props} />
    </>
  ),
  fields: (question) => rowsOf(question).map(({ value }) => fieldOf(question, value)),
  answer: readRows,
  typed: (question, given) => Object.fromEntries([...givenByHalf(given)].map(([row, column]) => [fieldOf(question, row), column])),
  Field,
  Paper: (props) => (
    <OnPaper {...props} how="Tick one box in each row.">
      <PaperTable
        heads={['', ...columnsOf(props.question).map(({ label }) => label)]}
        rows={rowsOf(props.question).map(({ label }) => ({ label, cell: columnsOf(props.question).map(() => <Box />) }))}
      />
    </OnPaper>
  ),
  shown: (question, { choices }) =>
    (choices ?? [])
      .map(halvesOf)
      .map(([row, column]) => `${labelIn(rowsOf(question), row)}: ${labelIn(columnsOf(question), column)}`)
      .join('; '),
  choices: (question) =>
    rowsOf(question).flatMap((row) =>
      columnsOf(question).map((column) => ({ value: `${row.value}:${column.value}`, label: `${row.label}: ${column.label}` })),
    ),
  offers: (question, choice) => {
    const [row, column] = halvesOf(choice)
    return rowsOf(question).some(({ value }) => value === row) && columnsOf(question).some(({ value }) => value === column)
  },
  summarise: (question, { answered, choices }) => {
    const counted = countedByHalf(choices)
    const parts = withGone(rowsOf(question), counted.keys()).map(({ value, label }) => {
      const given = counted.get(value) ?? []
      const rows = withGone(
        columnsOf(question),
        given.map(([column]) => column),
      ).map((column) => ({ ...column, count: given.find(([choice]) => choice === column.value)?.[1] ?? 0 }))
      return { key: `${question.key}:${value}`, text: `${question.text}: ${label}`, answered: sumOf(rows), several: false, rows }
    })
    return { answered, parts }
  },
  columns: (question) =>
    rowsOf(question).map(({ value, label }) => ({
      key: fieldOf(question, value),
      label: `${question.text}: ${label}`,
      values: columnsOf(question),
    })),
  cells: (question, given) => Object.fromEntries([...givenByHalf(given)].map(([row, column]) => [fieldOf(question, row), column])),
}

function Field({ question, values, errors }: FieldProps) {
  const rows = rowsOf(question).map(({ value, label }) => {
    const name = fieldOf(question, value)
    return { name, label, picked: shownAt(values, name), error: errors[name] }
  })
  return (
    <Group question={question} hint={question.hint ?? 'Choose one answer in each row.'} error={errors[question.key]}>
      <MatrixTable rows={rows} columns={columnsOf(question)} />
    </Group>
  )
}

function readRows(question: Question, body: Parameters<QuestionType['answer']>[1]): Reading {
  const mistakes: Record<string, string> = {}
  const choices: string[] = []
  for (const { value: row, label } of rowsOf(question)) {
    const column = wordsSent(body, fieldOf(question, row))
    if (columnsOf(question).some(({ value }) => value === column)) choices.push(`${row}:${column}`)
    else if (column) mistakes[fieldOf(question, row)] = `Choose from the answers shown for “${label}”`
    else if (question.required)
      mistakes[fieldOf(question, row)] = missing(question, `Choose an answer for “${label}” in “${question.text}”`)
  }
  return { choices: choices.length ? choices : null, words: null, mistakes }
}

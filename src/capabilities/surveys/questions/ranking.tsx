import { z } from 'zod'
import { Select } from '#design'
import { type FieldProps, missing, type Question, type QuestionType, type Reading, shownAt, wordsSent } from '../question.ts'
import { Group } from './group.tsx'
import { measuresOf, sumOf } from './numbers.ts'
import { LabelsField } from './option-list.tsx'
import { countedByHalf, givenByHalf, halvesOf, labelIn, labelList, withGone } from './options.ts'
import { OnPaper, PaperTable, WritingBox } from './paper.tsx'
import { wording } from './wording.ts'

const thingsOf = (question: Question) => question.options ?? []
const fieldOf = ({ key }: Question, thing: string) => `${key}.${thing}`
const placesOf = (question: Question) => thingsOf(question).map((_, at) => String(at + 1))

/** Things put in order, 1 first, by a place for each: nothing has to be dragged. Things may be left without a place unless it must be answered. */
export const ranking: QuestionType = {
  name: 'ranking',
  label: 'Put things in order',
  settings: z.object({ ...wording, labels: labelList('things to put in order', 2, 15) }),
  SettingsFields: (props) => <LabelsField name="labels" label="Things to put in order" {...props} />,
  fields: (question) => thingsOf(question).map(({ value }) => fieldOf(question, value)),
  answer: readPlaces,
  typed: (question, given) => Object.fromEntries([...givenByHalf(given)].map(([thing, place]) => [fieldOf(question, thing), place])),
  Field: (props) => (
    <Group
      question={props.question}
      hint={props.question.hint ?? 'Give 1 to what matters most to you, 2 to what comes next, and so on. Use each number once.'}
      error={props.errors[props.question.key]}
    >
      {thingsOf(props.question).map(({ value, label }) => (
        <Place {...props} thing={value} label={label} />
      ))}
    </Group>
  ),
  Paper: (props) => (
    <OnPaper {...props} how="Write 1 beside what matters most to you, 2 beside what comes next, and so on. Use each number once.">
      <PaperTable
        heads={['', 'Your order']}
        rows={thingsOf(props.question).map(({ label }) => ({ label, cell: [<WritingBox width={2} />] }))}
      />
    </OnPaper>
  ),
  shown: (question, { choices }) =>
    (choices ?? [])
      .map(halvesOf)
      .toSorted(([, one], [, other]) => Number(one) - Number(other))
      .map(([thing, place]) => `${place}. ${labelIn(thingsOf(question), thing)}`)
      .join('; '),
  choices: (question) =>
    thingsOf(question).flatMap(({ value, label }) =>
      placesOf(question).map((place) => ({ value: `${value}:${place}`, label: `${label}: ${ordinal(place)}` })),
    ),
  offers: (question, choice) => {
    const [thing, place] = halvesOf(choice)
    return thingsOf(question).some(({ value }) => value === thing) && placesOf(question).includes(place)
  },
  summarise: (question, { answered, choices }) => {
    const counted = countedByHalf(choices)
    const parts = withGone(thingsOf(question), counted.keys()).map(({ value, label }) => {
      const places = counted.get(value) ?? []
      const all = withGone(
        placesOf(question).map((place) => ({ value: place, label: ordinal(place) })),
        places.map(([place]) => place),
      )
      const rows = all.map((place) => ({ ...place, count: places.find(([given]) => given === place.value)?.[1] ?? 0 }))
      const figures = measuresOf(places.map(([place, count]) => [Number(place), count])).filter(({ name }) => name === 'Mean')
      return {
        key: `${question.key}:${value}`,
        text: `${question.text}: ${label}`,
        answered: sumOf(rows),
        several: false,
        rows,
        figures: figures.map((figure) => ({ ...figure, name: 'Mean place' })),
      }
    })
    return { answered, parts, together: true }
  },
  columns: (question) =>
    thingsOf(question).map(({ value, label }) => ({
      key: fieldOf(question, value),
      label: `${question.text}: ${label}`,
      values: placesOf(question).map((place) => ({ value: place, label: ordinal(place) })),
    })),
  cells: (question, given) => Object.fromEntries([...givenByHalf(given)].map(([thing, place]) => [fieldOf(question, thing), place])),
}

function Place({ question, values, errors, thing, label }: FieldProps & { thing: string; label: string }) {
  const name = fieldOf(question, thing)
  return (
    <Select
      id={name}
      name={name}
      label={label}
      value={shownAt(values, name)}
      items={[{ value: '', text: 'No place' }, ...placesOf(question).map((place) => ({ value: place, text: ordinal(place) }))]}
      errorMessage={errors[name]}
    />
  )
}

/** A place is given once. Where two things have one place, the first keeps it and the second is asked about. */
function readPlaces(question: Question, body: Parameters<QuestionType['answer']>[1]): Reading {
  const mistakes: Record<string, string> = {}
  const given = new Map<string, { thing: string; label: string }>()
  for (const { value: thing, label } of thingsOf(question)) {
    const place = wordsSent(body, fieldOf(question, thing))
    const before = given.get(place)
    if (!place) continue
    if (!placesOf(question).includes(place)) mistakes[fieldOf(question, thing)] = `Choose a place from the list for “${label}”`
    else if (before)
      mistakes[fieldOf(question, thing)] =
        `You gave ${ordinal(place)} place to both “${before.label}” and “${label}”. Give each a place of its own.`
    else given.set(place, { thing, label })
  }
  const placed = [...given].map(([place, { thing }]) => `${thing}:${place}`)
  const left = thingsOf(question).find(({ value }) => !placed.some((choice) => halvesOf(choice)[0] === value))
  if (question.required && left && Object.keys(mistakes).length === 0)
    mistakes[fieldOf(question, left.value)] = missing(question, `Give a place to “${left.label}” in “${question.text}”`)
  return { choices: placed.length ? placed : null, words: null, mistakes }
}

function ordinal(place: string): string {
  const [last, isTeen] = [place.at(-1), /1\d$/.test(place)]
  return `${place}${isTeen ? 'th' : last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th'}`
}

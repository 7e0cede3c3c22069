import { z } from 'zod'
import { Input } from '#design'
import { askedAs, missing, type Question, type QuestionType, shownAt, wordsSent } from '../question.ts'
import { bandsOf, besideBox, hasPlaces, measuresOf, numbersIn, numberTyped, sumOf, withUnit } from './numbers.ts'
import { OnPaper, WritingBox } from './paper.tsx'
import { numberSet, optionalWords, wording } from './wording.ts'

const bound = (what: string) => numberSet(what, { least: -1e10, most: 1e10, places: 4 })

export const number: QuestionType = {
  name: 'number',
  label: 'A number',
  settings: z
    .object({
      ...wording,
      least: bound('The least'),
      most: bound('The most'),
      places: numberSet('Decimal places', { least: 0, most: 4 }),
      unit: optionalWords('What it is counted in', 20),
    })
    .refine(({ least, most }) => least === undefined || most === undefined || least < most, {
      path: ['most'],
      error: 'The most must be more than the least',
    }),
  SettingsFields: ({ values, errors }) => (
    <>
      {numberSettings.map(({ name, label, ...rest }) => (
        <Input id={name} name={name} label={{ text: label, size: 's' }} {...rest} value={values[name]} errorMessage={errors[name]} />
      ))}
    </>
  ),
  fields: ({ key }) => [key],
  answer: (question, body) => {
    const typed = wordsSent(body, question.key)
    const given = typed ? numberTyped(typed, question.unit) : null
    const mistake = typed ? wrongWith(question, given) : question.required && missing(question, `Enter a number for “${question.text}”`)
    return { choices: given === null || mistake ? null : [given], words: null, mistakes: mistake ? { [question.key]: mistake } : {} }
  },
  typed: ({ key }, { choices }) => (choices?.[0] ? { [key]: choices[0] } : {}),
  Field: ({ question, values, errors }) => (
    <Input
      id={question.key}
      name={question.key}
      label={{ text: askedAs(question), size: 'm' }}
      hint={question.hint}
      inputmode={question.places || Number(question.least) < 0 ? 'text' : 'numeric'}
      width={10}
      {...besideBox(question.unit)}
      value={shownAt(values, question.key)}
      errorMessage={errors[question.key]}
    />
  ),
  Paper: (props) => {
    const { prefix, suffix } = besideBox(props.question.unit) as { prefix?: string; suffix?: string }
    return (
      <OnPaper {...props} how="Write a number in the box.">
        <WritingBox width={6} {...(prefix && { before: prefix })} {...(suffix && { after: suffix })} />
      </OnPaper>
    )
  },
  shown: ({ unit }, { choices }) => (choices?.[0] ? withUnit(choices[0], unit) : ''),
  choices: () => [],
  offers: () => true,
  summarise: ({ key, text, least, most, places, unit }, { choices }) => {
    const counted = numbersIn(choices)
    const ends = least !== undefined && most !== undefined ? { least: Number(least), most: Number(most) } : {}
    const rows = bandsOf(counted, { ...ends, places, unit })
    return {
      answered: sumOf(rows),
      parts: [{ key, text, answered: sumOf(rows), several: false, rows, figures: measuresOf(counted, unit) }],
    }
  },
  columns: ({ key, text, unit }) => [{ key, label: unit ? `${text} (${unit})` : text, values: null }],
  cells: ({ key }, { choices }) => (choices?.[0] ? { [key]: choices[0] } : {}),
}

const numberSettings = [
  { name: 'least', label: 'The least it can be (optional)', width: 10 },
  { name: 'most', label: 'The most it can be (optional)', width: 10 },
  { name: 'places', label: 'Decimal places (optional)', hint: 'Leave it empty for whole numbers only.', width: 2 },
  { name: 'unit', label: 'What it is counted in (optional)', hint: 'For example, £ or years. People see it beside the box.', width: 10 },
] as const

function wrongWith({ text, least, most, places = 0, unit }: Question, given: string | null): string | undefined {
  const yours = `Your answer to “${text}” must be`
  if (given === null) return `${yours} a number, like 12`
  if (!hasPlaces(given, places))
    return places === 0
      ? `${yours} a whole number`
      : `${yours} a number with ${places} decimal ${places === 1 ? 'place' : 'places'} or fewer`
  const number = Number(given)
  const isLow = least !== undefined && number < Number(least)
  const isHigh = most !== undefined && number > Number(most)
  if (!isLow && !isHigh) return undefined
  if (least !== undefined && most !== undefined) return `${yours} from ${withUnit(least, unit)} to ${withUnit(most, unit)}`
  return isLow ? `${yours} ${withUnit(least ?? '', unit)} or more` : `${yours} ${withUnit(most ?? '', unit)} or less`
}

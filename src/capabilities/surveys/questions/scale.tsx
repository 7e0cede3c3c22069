import { z } from 'zod'
import { Input } from '#design'
import type { Option, Question, QuestionType } from '../question.ts'
import { chooseOne } from './choose-one.tsx'
import { measuresOf, numbersIn } from './numbers.ts'
import { inItsLanguage } from './options.ts'
import { numberSet, optionalWords, wording } from './wording.ts'

const usual = { least: 1, most: 5 }
const mostSteps = 11

const common = chooseOne(stepsOf, { beside: true })

/** Numbers from least to most, with words at both ends. */
export const scale: QuestionType = {
  name: 'scale',
  label: 'A number on a scale',
  settings: z
    .object({
      ...wording,
      least: numberSet('The lowest number', { least: 0, most: 10 }).transform((least) => least ?? usual.least),
      most: numberSet('The highest number', { least: 1, most: 10 }).transform((most) => most ?? usual.most),
      'least-means': optionalWords('What the lowest number means', 60),
      'most-means': optionalWords('What the highest number means', 60),
    })
    .refine(({ least, most }) => least < most, { path: ['most'], error: 'The highest number must be more than the lowest' })
    .refine((typed) => Boolean(typed['least-means']), { path: ['least-means'], error: 'Enter what the lowest number means' })
    .refine((typed) => Boolean(typed['most-means']), { path: ['most-means'], error: 'Enter what the highest number means' })
    .transform(({ 'least-means': least = '', 'most-means': most = '', ...set }) => ({ ...set, ends: { least, most } })),
  SettingsFields: ({ values, errors }) => (
    <>
      {settings.map(({ name, label, width, ...rest }) => (
        <Input
          id={name}
          name={name}
          label={{ text: label, size: 's' }}
          width={width}
          {...rest}
          value={values[name]}
          errorMessage={errors[name]}
        />
      ))}
    </>
  ),
  ...common,
  summarise: (question, tally) => {
    const summary = common.summarise(question, tally)
    const figures = measuresOf(numbersIn(tally.choices)).filter(({ name }) => name === 'Mean' || name === 'Median')
    return { ...summary, parts: summary.parts.map((part) => ({ ...part, figures })) }
  },
}

const settings = [
  { name: 'least', label: 'Lowest number', hint: 'We use 1 if you leave this empty.', width: 2, inputmode: 'numeric' },
  { name: 'least-means', label: 'What the lowest number means', hint: 'For example, not at all.', width: 20 },
  { name: 'most', label: 'Highest number', hint: 'We use 5 if you leave this empty. It can be up to 10.', width: 2, inputmode: 'numeric' },
  { name: 'most-means', label: 'What the highest number means', hint: 'For example, very much.', width: 20 },
] as const

function stepsOf(question: Question): Option[] {
  const { least = usual.least, most = usual.most, ends } = question
  const steps = Math.min(Number(most) - Number(least) + 1, mostSteps) || 0
  const named = Array.from({ length: Math.max(0, steps) }, (_, at) => {
    const step = String(Number(least) + at)
    const meaning = at === 0 ? ends?.least : at === steps - 1 ? ends?.most : undefined
    return { value: step, label: meaning ? `${step}: ${meaning}` : step }
  })
  return inItsLanguage(question, named)
}

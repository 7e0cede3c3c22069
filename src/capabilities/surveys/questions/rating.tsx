import { z } from 'zod'
import { Radios } from '#design'
import type { Option, Question, QuestionType, Summary, Tally } from '../question.ts'
import { chooseOne } from './choose-one.tsx'
import { inItsLanguage, withGone } from './options.ts'
import { wording } from './wording.ts'

type Wording = NonNullable<Question['wording']>

/**
 * The answers of the Friends and Family Test, best first and "don't know" last; the first two are positive, the fourth and fifth negative.
 * 'experience' is NHS England's wording since 1 April 2020; 'recommend' is the one before. Their values differ, "don't know" too, so that
 * answers to one are never counted with answers to the other.
 */
const wordings: Readonly<Record<Wording, { text: string; options: readonly Option[] }>> = {
  experience: {
    text: 'Overall, how was your experience of our service?',
    options: [
      { value: 'very-good', label: 'Very good' },
      { value: 'good', label: 'Good' },
      { value: 'neither-good-nor-poor', label: 'Neither good nor poor' },
      { value: 'poor', label: 'Poor' },
      { value: 'very-poor', label: 'Very poor' },
      { value: 'dont-know', label: 'Don’t know' },
    ],
  },
  recommend: {
    text: 'How likely are you to recommend our service to friends and family if they needed similar care or treatment?',
    options: [
      { value: 'extremely-likely', label: 'Extremely likely' },
      { value: 'likely', label: 'Likely' },
      { value: 'neither-likely-nor-unlikely', label: 'Neither likely nor unlikely' },
      { value: 'unlikely', label: 'Unlikely' },
      { value: 'extremely-unlikely', label: 'Extremely unlikely' },
      { value: 'dont-know-if-likely', label: 'Don’t know' },
    ],
  },
}

const wordingOf = (question: Question): Wording => question.wording ?? 'experience'
const otherWording = (of: Wording): Wording => (of === 'experience' ? 'recommend' : 'experience')
const optionsOf = (question: Question, of = wordingOf(question)) => inItsLanguage(question, wordings[of].options)

export const rating: QuestionType = {
  name: 'rating',
  label: 'Friends and Family Test rating',
  settings: z
    .object({
      ...wording,
      text: z.string().trim().max(300, 'The question must be 300 characters or fewer').optional(),
      wording: z.enum(['experience', 'recommend']).default('experience'),
    })
    .transform(({ text, ...set }) => ({ ...set, text: text || wordings[set.wording].text })),
  SettingsFields: ({ values }) => (
    <Radios
      name="wording"
      idPrefix="wording"
      fieldset={{ legend: { text: 'Which wording is it?', size: 's' } }}
      hint="Leave the question empty to ask it in these words. The two are counted apart and never added up."
      value={values.wording || 'experience'}
      items={[
        { value: 'experience', text: wordings.experience.text, hint: 'From “very good” to “very poor”. In use since April 2020.' },
        { value: 'recommend', text: wordings.recommend.text, hint: 'From “extremely likely” to “extremely unlikely”. In use before.' },
      ]}
    />
  ),
  ...chooseOne((question) => optionsOf(question)),
  summarise,
}

/** A part for each wording that was answered; the one it has now is always there. Positive and negative are out of all answers, "don't know" too. */
function summarise(question: Question, { choices }: Tally): Summary {
  const now = wordingOf(question)
  const before = otherWording(now)
  const belongs = (value: string, of: Wording) => wordings[of].options.some((option) => option.value === value)
  const part = (of: Wording, key: string, text: string) => {
    const mine = Object.keys(choices).filter((value) => (of === now ? !belongs(value, before) : belongs(value, of)))
    const rows = withGone(optionsOf(question, of), mine).map(({ value, label }) => ({ value, label, count: choices[value] ?? 0 }))
    const answered = rows.reduce((sum, { count }) => sum + count, 0)
    const share = (from: number, to: number) => {
      const percent = (100 * rows.slice(from, to).reduce((sum, { count }) => sum + count, 0)) / answered
      return `${percent.toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`
    }
    const figures =
      answered > 0
        ? [
            { name: 'Positive', value: share(0, 2) },
            { name: 'Negative', value: share(3, 5) },
          ]
        : []
    return { key, text, answered, several: false, rows, figures }
  }
  const first = part(now, question.key, question.text)
  const other = part(before, `${question.key}:${before}`, `${question.text} (asked as: ${wordings[before].text})`)
  const parts = other.answered > 0 ? [first, other] : [first]
  return { answered: parts.reduce((sum, { answered }) => sum + answered, 0), parts }
}

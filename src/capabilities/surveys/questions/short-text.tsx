import { z } from 'zod'
import { Input } from '#design'
import { askedAs, type QuestionType, shownAt } from '../question.ts'
import { inWords } from './own-words.tsx'
import { limitOf, wording } from './wording.ts'

const usualLimit = 200

export const shortText: QuestionType = {
  name: 'short-text',
  label: 'A few words',
  settings: z.object({ ...wording, limit: limitOf(usualLimit, 1000) }),
  ...inWords(usualLimit, 2),
  Field: ({ question, values, errors }) => (
    <Input
      id={question.key}
      name={question.key}
      label={{ text: askedAs(question), size: 'm' }}
      hint={question.hint}
      value={shownAt(values, question.key)}
      errorMessage={errors[question.key]}
    />
  ),
}

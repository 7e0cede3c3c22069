import { z } from 'zod'
import { Input } from '#design'
import { askedAs, type QuestionType } from '../question.ts'
import { countAnswered, LimitSettings, readWords, wordsTyped } from './own-words.tsx'
import { limitOf, wording } from './wording.ts'

const usualLimit = 200

export const shortText: QuestionType = {
  name: 'short-text',
  label: 'A few words',
  settings: z.object({ ...wording, limit: limitOf(usualLimit, 1000) }),
  SettingsFields: LimitSettings(usualLimit),
  answer: readWords(usualLimit),
  Field: ({ question, values, errors }) => (
    <Input
      id={question.key}
      name={question.key}
      label={{ text: askedAs(question), size: 'm' }}
      hint={question.hint}
      value={wordsTyped(values, question.key)}
      errorMessage={errors[question.key]}
    />
  ),
  summarise: countAnswered,
}

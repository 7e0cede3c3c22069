import { z } from 'zod'
import { CharacterCount } from '#design'
import { askedAs, type QuestionType, shownAt } from '../question.ts'
import { inWords } from './own-words.tsx'
import { limitOf, wording } from './wording.ts'

const usualLimit = 5000

export const longText: QuestionType = {
  name: 'long-text',
  label: 'As much as they want to say',
  settings: z.object({ ...wording, limit: limitOf(usualLimit, 20_000) }),
  ...inWords(usualLimit, 10),
  Field: ({ question, values, errors }) => {
    const mistake = errors[question.key]
    return (
      <CharacterCount
        id={question.key}
        name={question.key}
        label={{ text: askedAs(question), size: 'm' }}
        hint={question.hint ? { text: question.hint } : undefined}
        rows={6}
        maxlength={question.limit ?? usualLimit}
        // Near the limit is soon enough to hear of it.
        threshold={75}
        value={shownAt(values, question.key)}
        errorMessage={mistake ? { text: mistake } : undefined}
      />
    )
  },
}

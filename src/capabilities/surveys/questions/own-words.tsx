import { Input } from '#design'
import { type Question, type QuestionType, type Tally, tooLong, wordsSent } from '../question.ts'

/** The words given, within the limit. */
export const readWords =
  (usualLimit: number): QuestionType['answer'] =>
  (question, body) => {
    const words = wordsSent(body, question.key)
    const mistake =
      question.required && !words
        ? `Enter an answer to “${question.text}”`
        : tooLong(words, question.limit ?? usualLimit, `Your answer to “${question.text}”`)
    return { choices: null, words: words || null, mistakes: mistake ? { [question.key]: mistake } : {} }
  }

export const LimitSettings: (usual: number) => QuestionType['SettingsFields'] =
  (usual) =>
  ({ values, errors }) => (
    <Input
      id="limit"
      name="limit"
      label={{ text: 'Most characters someone can type (optional)', size: 's' }}
      hint={`We use ${usual.toLocaleString('en-GB')} if you leave this empty.`}
      inputmode="numeric"
      width={5}
      value={values.limit}
      errorMessage={errors.limit}
    />
  )

/** Words are read, not counted. */
export const countAnswered = (_: Question, { answered }: Tally) => ({ answered, rows: [] })

export const wordsTyped = (values: Readonly<Record<string, string | string[]>>, name: string) => [values[name] ?? ''].flat().at(-1)

import { Input } from '#design'
import { missing, type Question, type QuestionType, tooLong, wordsSent } from '../question.ts'
import { Lines, OnPaper } from './paper.tsx'

/** What the two kinds of question that are answered in words have in common. `lines` is how many there are on paper. */
export const inWords = (usualLimit: number, lines: number) =>
  ({
    SettingsFields: ({ values, errors }) => (
      <Input
        id="limit"
        name="limit"
        label={{ text: 'Most characters someone can type (optional)', size: 's' }}
        hint={`We use ${usualLimit.toLocaleString('en-GB')} if you leave this empty.`}
        inputmode="numeric"
        width={5}
        value={values.limit}
        errorMessage={errors.limit}
      />
    ),
    fields: ({ key }) => [key],
    answer: (question, body) => {
      const words = wordsSent(body, question.key)
      const mistake =
        question.required && !words
          ? missing(question, `Enter an answer to “${question.text}”`)
          : tooLong(words, question.limit ?? usualLimit, `Your answer to “${question.text}”`)
      return { choices: null, words: words || null, mistakes: mistake ? { [question.key]: mistake } : {} }
    },
    typed: ({ key }, { words }) => (words ? { [key]: words } : {}),
    Paper: (props) => (
      <OnPaper {...props}>
        <Lines count={lines} />
      </OnPaper>
    ),
    shown: (_, { words }) => words ?? '',
    ...notCounted,
    columns: ({ key, text }) => [{ key, label: text, values: null }],
    cells: ({ key }, { words }) => (words ? { [key]: words } : {}),
  }) satisfies Partial<QuestionType>

/** What is read and not counted has nothing to choose from and nothing to sum. */
export const notCounted = {
  choices: () => [],
  offers: () => true,
  summarise: (_: Question, { answered }) => ({ answered, parts: [] }),
} satisfies Partial<QuestionType>

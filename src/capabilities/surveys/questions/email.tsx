import { z } from 'zod'
import { Input } from '#design'
import { askedAs, missing, type QuestionType, shownAt, wordsSent } from '../question.ts'
import { notCounted } from './own-words.tsx'
import { Lines, OnPaper } from './paper.tsx'
import { wording } from './wording.ts'

const address = z.email().max(254)

/** An email address, kept apart from the answers always: it is in no count and in no export of them. */
export const email: QuestionType = {
  name: 'email',
  label: 'An email address',
  settings: z.object(wording),
  SettingsFields: () => <p>The address is kept apart from the answers. A survey that is anonymous cannot ask for it.</p>,
  fields: ({ key }) => [key],
  answer: (question, body) => {
    const typed = wordsSent(body, question.key).toLowerCase()
    const isAddress = address.safeParse(typed).success
    const mistake = typed
      ? !isAddress && `Enter an email address for “${question.text}”, like name@example.com`
      : question.required && missing(question, `Enter an email address for “${question.text}”`)
    return { choices: null, words: null, ...(isAddress && { apart: typed }), mistakes: mistake ? { [question.key]: mistake } : {} }
  },
  typed: ({ key }, { apart }) => (apart ? { [key]: apart } : {}),
  Field: ({ question, values, errors }) => (
    <Input
      id={question.key}
      name={question.key}
      inputmode="email"
      label={{ text: askedAs(question), size: 'm' }}
      hint={question.hint}
      autocomplete="email"
      spellcheck={false}
      value={shownAt(values, question.key)}
      errorMessage={errors[question.key]}
    />
  ),
  Paper: (props) => (
    <OnPaper {...props}>
      <Lines count={1} />
    </OnPaper>
  ),
  shown: (_, { apart }) => apart ?? '',
  ...notCounted,
  columns: () => [],
  cells: () => ({}),
}

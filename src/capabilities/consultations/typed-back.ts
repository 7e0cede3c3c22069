import type { Question, SurveyVersion } from '#capabilities/surveys'
import type { TypedEntry } from '#design'
import type { Body } from '#platform/forms.ts'

const beside: Readonly<Record<string, string>> = {
  'your-place': 'Where you live',
  'your-name': 'Your name',
  'your-email': 'Your email address',
}
// What a form says by itself, and boxes that hold no words.
const unsaid = ['survey-version', 'tell-me', 'quote-me']

/** Everything someone typed and ticked, beside the words they saw; what belongs to no question we know comes last. */
export function typedBack(version: Pick<SurveyVersion, 'questions'>, body: Body): TypedEntry[] {
  const all = (name: string) => (Object.hasOwn(body, name) ? [body[name] ?? ''].flat() : [])
  const named = new Map([
    ...version.questions.flatMap((question): [string, TypedEntry][] => [
      [question.key, { name: question.text, value: all(question.key).map(labelOf(question)).join(', ') }],
      [`${question.key}-other`, { name: `${question.text} Something else`, value: all(`${question.key}-other`).join(', ') }],
    ]),
    ...Object.entries(beside).map(([field, name]): [string, TypedEntry] => [field, { name, value: all(field).join(', ') }]),
  ])
  const others = Object.keys(body).filter((field) => !named.has(field) && !unsaid.includes(field))
  return [...named.values(), ...others.map((field) => ({ name: field.replaceAll('-', ' '), value: all(field).join(', ') }))]
}

const labelOf =
  ({ options = [] }: Question) =>
  (value: string) =>
    options.find((option) => option.value === value)?.label ?? (value === 'other' ? 'Something else' : value)

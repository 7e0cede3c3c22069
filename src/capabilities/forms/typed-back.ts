import { isArrivalField } from '#capabilities/flags'
import { fieldsOf, type Question, type SurveyVersion, typeOf } from '#capabilities/surveys'
import type { TypedEntry } from '#design'
import type { Body } from '#platform/forms.ts'

const beside: Readonly<Record<string, string>> = {
  'your-place': 'Where you live',
  'your-name': 'Your name',
  'your-email': 'Your email address',
}
// What a form says by itself, and boxes that hold no words.
const unsaid = /^(survey-.*|invitation|tell-me|quote-me)$/

/** Everything someone typed and ticked, beside the words they saw; what belongs to no question we know comes last. */
export function typedBack(version: Pick<SurveyVersion, 'questions'>, body: Body): TypedEntry[] {
  const all = (name: string) => (Object.hasOwn(body, name) ? [body[name] ?? ''].flat().join(', ') : '')
  const known = new Set([...version.questions.flatMap(fieldsOf), ...Object.keys(beside)])
  const others = Object.keys(body).filter((field) => !known.has(field) && !unsaid.test(field) && !isArrivalField(field))
  return [
    ...version.questions.map((question) => ({ name: question.text, value: saidTo(question, body, all) })),
    ...Object.entries(beside).map(([field, name]) => ({ name, value: all(field) })),
    ...others.map((field) => ({ name: field.replaceAll('-', ' '), value: all(field) })),
  ]
}

/** In words where it can be read; as it was typed where it cannot. */
function saidTo(question: Question, body: Body, all: (name: string) => string) {
  const { mistakes, ...given } = typeOf(question).answer(question, body)
  const typed = fieldsOf(question)
    .map(all)
    .filter((value) => value !== '')
    .join(', ')
  return Object.keys(mistakes).length > 0 ? typed : typeOf(question).shown(question, given) || typed
}

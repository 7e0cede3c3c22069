import { askedOn, type GivenAnswer, nextPage, pagesOf, pipedText, type SurveyVersion } from '#capabilities/surveys'

/** Where someone is: on a page of questions, by its number; at what they may say of themselves; or looking over it all. */
export type Step = number | 'about-you' | 'check'

type Asking = Pick<SurveyVersion, 'questions'>

/** One page is one step, with everything on it and a button to send. */
export const isOnePage = (version: Asking) => pagesOf(version).length <= 1

/** The steps of someone who gave these answers, in order. */
export function stepsOf(version: Asking, answers: readonly GivenAnswer[]): Step[] {
  if (isOnePage(version)) return [1]
  const steps: Step[] = []
  for (let page = nextPage(version, answers, 0); page !== null; page = nextPage(version, answers, page)) steps.push(page)
  return [...steps, 'about-you', 'check']
}

/** The step a form says it is at; the first where it says none that this person comes to. */
export const stepNamed = (name: string, steps: readonly Step[]): Step => steps.find((step) => String(step) === name) ?? steps[0] ?? 1

/** How far along it is, counted from 1; `settled` is false where an answer still to be given may add pages or leave some out. */
export function progressOf(version: Asking, answers: readonly GivenAnswer[], step: Step) {
  const steps = stepsOf(version, answers)
  const ahead = typeof step === 'number' ? pagesOf(version).slice(step - 1) : []
  const toAnswer = new Set(ahead.flatMap(({ questions }) => questions.map(({ key }) => key)))
  const settled = !ahead.some(({ questions }) => questions.some(({ asked }) => asked?.of.some(({ question }) => toAnswer.has(question))))
  return { number: steps.indexOf(step) + 1, of: steps.length, settled }
}

/** The keys of all questions that someone who gave these answers is asked. */
export const askedOf = (version: Asking, answers: readonly GivenAnswer[]): string[] =>
  pagesOf(version).flatMap(({ number }) => askedOn(version, answers, number).map(({ key }) => key))

/**
 * Where "Continue" leads. Whoever has looked over their answers already, and changed one, goes straight back to that, unless the change brings a
 * question they have not seen: `seen` holds the keys of those they had, and is null for whoever is on the way there for the first time.
 */
export function stepAfter(version: Asking, answers: readonly GivenAnswer[], step: Step, seen: readonly string[] | null): Step {
  const steps = stepsOf(version, answers)
  const following = steps.slice(steps.indexOf(step) + 1)
  if (seen === null) return following[0] ?? 'check'
  const isNew = (page: Step) => typeof page === 'number' && askedOn(version, answers, page).some(({ key }) => !seen.includes(key))
  return following.find(isNew) ?? 'check'
}

/** The step before; the first has none. */
export function stepBefore(version: Asking, answers: readonly GivenAnswer[], step: Step): Step | null {
  const steps = stepsOf(version, answers)
  return steps[steps.indexOf(step) - 1] ?? null
}

/** What a step is called. */
export function headingOf(version: Asking, answers: readonly GivenAnswer[], step: Step, usual: string): string {
  if (step === 'check') return 'Check your answers'
  if (step === 'about-you') return 'About you'
  const title = pagesOf(version)[step - 1]?.title
  return title ? pipedText(title, version, answers) : usual
}

import {
  askedOn,
  fieldsOf,
  type GivenAnswer,
  keepsApart,
  type Question,
  readAnswers,
  readPage,
  type SurveyVersion,
} from '#capabilities/surveys'
import type { Body } from '#platform/forms.ts'
import { type Contact, contactFieldsOf, readContact } from './contact.ts'
import { isOnePage, type Step, stepAfter, stepBefore, stepNamed, stepsOf } from './step.ts'

/** What a form says beside the answers. No question goes by a key that begins like these. */
export const names = {
  version: 'survey-version',
  step: 'survey-step',
  /** The button that was pressed. */
  go: 'survey-go',
  /** Once someone has looked over their answers: the questions they had seen by then. */
  seen: 'survey-seen',
  /** The receipt of the answers that these are to stand in place of. */
  replaces: 'survey-replaces',
  /** The secret of the link by which saved answers were opened. A name with this ending is shown back nowhere. */
  saved: 'survey-saved-token',
  /** The code or link that lets someone in, where not everyone may answer or everyone once. */
  invitation: 'invitation',
  /** The language or format that it is shown in. */
  variant: 'survey-variant',
} as const

// What goes with the form from its first step to its last.
const kept: readonly string[] = [names.replaces, names.saved, names.invitation, names.variant, names.seen]

/** A form in someone's hands: everything they gave so far, where they are in it, and what is wrong there. */
export interface Sheet {
  body: Body
  step: Step
  errors: Readonly<Record<string, string | undefined>>
}

type Asking = Pick<SurveyVersion, 'questions'>

/** What comes of a post: the sheet again, or all of it read, or to be kept for later. */
export type Turn =
  | { kind: 'draw'; sheet: Sheet }
  | { kind: 'save'; sheet: Sheet }
  | { kind: 'send'; answers: GivenAnswer[]; contact: Contact }

export const oneOf = (body: Body, name: string) => (Object.hasOwn(body, name) ? ([body[name] ?? ''].flat().at(-1) ?? '') : '')

/** The sheet as it was left, at the same step; or as someone begins it. */
export const sheetOf = (version: Asking, body: Body, answers: readonly GivenAnswer[] = readAnswers(version, body).answers): Sheet => ({
  body,
  step: stepNamed(oneOf(body, names.step), stepsOf(version, answers)),
  errors: {},
})

/** Read what was pressed. Going back, or to another step, asks for nothing to be right. `amiss` is what was wrong with files that came. */
export function turnOf(
  version: Pick<SurveyVersion, 'questions' | 'promise'>,
  places: readonly string[],
  body: Body,
  amiss: Readonly<Record<string, string>> = {},
): Turn {
  const read = readAnswers(version, body)
  const contact = readContact(version.promise, places, body)
  const sheet = sheetOf(version, body, read.answers)
  const { step } = sheet
  const go = oneOf(body, names.go)
  const to = (next: Step, errors: Sheet['errors'] = {}): Turn => ({ kind: 'draw', sheet: { body, step: next, errors } })

  if (go === 'save') return { kind: 'save', sheet }
  if (go === 'back') return to(stepBefore(version, read.answers, step) ?? step)
  if (go.startsWith('to-')) return to(stepNamed(go.slice(3), stepsOf(version, read.answers)))

  if (Object.keys(amiss).length > 0) return to(step, { ...(typeof step === 'number' && readPage(version, body, step).errors), ...amiss })
  if (isOnePage(version)) {
    const errors = { ...read.errors, ...contact.errors }
    return Object.keys(errors).length > 0 ? to(step, errors) : { kind: 'send', answers: read.answers, contact: contact.contact }
  }
  const errorsAt = (at: Step) => (typeof at === 'number' ? readPage(version, body, at).errors : at === 'about-you' ? contact.errors : {})
  if (step !== 'check') {
    const errors = errorsAt(step)
    if (Object.keys(errors).length > 0) return to(step, errors)
    const seen = Object.hasOwn(body, names.seen) ? oneOf(body, names.seen).split(' ') : null
    return to(stepAfter(version, read.answers, step, seen))
  }
  const wrong = stepsOf(version, read.answers).find((at) => Object.keys(errorsAt(at)).length > 0)
  if (wrong !== undefined) return to(wrong, errorsAt(wrong))
  if (!read.ok) return to(stepsOf(version, read.answers)[0] ?? 1, read.errors)
  return { kind: 'send', answers: read.answers, contact: contact.contact }
}

/**
 * What a drawn sheet carries out of sight, so that nothing is kept on the device or by us: every answer that is not on show at this step, as it
 * was typed, whether it is asked now or not.
 */
export function carried(version: Asking & Pick<SurveyVersion, 'promise'>, { body, step }: Sheet): [string, string][] {
  const { answers } = readAnswers(version, body)
  const onShow = (question: Question) => typeof step === 'number' && askedOn(version, answers, step).includes(question)
  const fields = [
    ...kept.filter((name) => name !== names.seen || step !== 'check'),
    ...version.questions.filter((question) => !onShow(question)).flatMap(fieldsOf),
    ...(isOnePage(version) || step === 'about-you' ? [] : contactFieldsOf(version.promise)),
  ]
  return fields.flatMap((name) =>
    Object.hasOwn(body, name) ? [body[name] ?? ''].flat().map((value): [string, string] => [name, value]) : [],
  )
}

/**
 * What of a sheet may be saved to be finished later: answers and where to go on, and nothing that says who is answering. What is kept apart from
 * all answers is not kept here either, and is asked again.
 */
export function savable(version: Asking, { body, step }: Sheet): Body {
  const fields = [
    'your-place',
    'quote-me',
    names.variant,
    names.seen,
    ...version.questions.filter((question) => !keepsApart(question)).flatMap(fieldsOf),
  ]
  const saved = Object.fromEntries(fields.flatMap((name) => (Object.hasOwn(body, name) ? [[name, body[name] ?? '']] : [])))
  return { ...saved, [names.step]: String(step) }
}

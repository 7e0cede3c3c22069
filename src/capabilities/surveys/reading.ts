import type { Body } from '#platform/forms.ts'
import { isAsked } from './condition.ts'
import { pipedQuestion } from './piping.ts'
import { type GivenAnswer, isGiven, type Question } from './question.ts'
import { fieldsOf, typeOf } from './questions/registry.ts'
import type { SurveyVersion } from './survey.ts'
import { pagesOf } from './survey-page.ts'

export interface AnswersRead {
  ok: boolean
  /** What was typed and ticked, to show again. */
  values: Body
  errors: Readonly<Record<string, string>>
  /** Only of questions that were asked, and only where something was answered. */
  answers: GivenAnswer[]
}

type Asking = Pick<SurveyVersion, 'questions'>

/**
 * Read all the answers at once, in the order of the questions: whether one is asked is settled by the answers before it. What is sent to a
 * question that is not asked is left out, and so is whatever the form holds beside the questions.
 */
export function readAnswers(version: Asking, body: Body): AnswersRead {
  const read = readQuestions(version, version.questions, body, [])
  const first = version.questions.find((question) => fieldsOf(question).length > 0)
  if (first && read.ok && read.answers.length === 0) return { ...read, ok: false, errors: { [first.key]: 'Answer at least one question' } }
  return read
}

/**
 * Read one page, counted from 1. `earlier` are the answers to the pages before it; where they are left out, they are read from the same form,
 * which carries them hidden. The values, errors and answers are this page's alone.
 */
export function readPage(version: Asking, body: Body, number: number, earlier: readonly GivenAnswer[] = readBefore(version, body, number)) {
  return readQuestions(version, pagesOf(version)[number - 1]?.questions ?? [], body, earlier)
}

/** The answers that a form holds to the pages before this one. */
export const readBefore = (version: Asking, body: Body, number: number): GivenAnswer[] => {
  const before = pagesOf(version).slice(0, number - 1)
  return readQuestions(
    version,
    before.flatMap(({ questions }) => questions),
    body,
    [],
  ).answers
}

function readQuestions(version: Asking, questions: readonly Question[], body: Body, earlier: readonly GivenAnswer[]): AnswersRead {
  const answers: GivenAnswer[] = []
  const errors: Record<string, string> = {}
  const values: Body = {}
  for (const question of questions) {
    const known = [...earlier, ...answers]
    if (!isAsked(question, known)) continue
    const type = typeOf(question)
    const { mistakes, ...given } = type.answer(pipedQuestion(question, version, known), body)
    const passing = type.passing?.(question, body)
    Object.assign(errors, mistakes)
    if (isGiven(given)) answers.push({ question, ...given, ...(passing && { passing }) })
    for (const name of fieldsOf(question)) if (Object.hasOwn(body, name)) values[name] = body[name] ?? ''
  }
  return { ok: Object.keys(errors).length === 0, values, errors, answers }
}

/** What was sent as if to a question, and belongs to none of this version: a page that is out of date, or a form that was tampered with. */
export function strangers(version: Asking, body: Body): string[] {
  const known = new Set(version.questions.flatMap(fieldsOf))
  return Object.keys(body).filter((name) => /^q\d+([.-]|$)/.test(name) && !known.has(name))
}

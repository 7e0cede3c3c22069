import { isAsked } from './condition.ts'
import type { GivenAnswer, Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { isEquality, type SurveyVersion } from './survey.ts'

/** What is asked at one time, in the order it is asked. */
export interface SurveyPage {
  /** Counted from 1. */
  number: number
  title: string | null
  questions: Question[]
}

type Asking = Pick<SurveyVersion, 'questions'>

/** Every question once, in its order, on the page it belongs to. No questions make no pages. */
export function pagesOf({ questions }: Asking): SurveyPage[] {
  const pages: SurveyPage[] = []
  for (const question of questions) {
    const page = pages.at(-1)
    if (page && question.page === undefined) page.questions.push(question)
    else pages.push({ number: pages.length + 1, title: question.page || null, questions: [question] })
  }
  return pages
}

/** The page a question is on; 0 where this version has none of that key. */
export const pageNumberOf = (version: Asking, key: string) =>
  pagesOf(version).find(({ questions }) => questions.some((question) => question.key === key))?.number ?? 0

/** The questions whose answers another may lean on: asked on a page before its own, and not for monitoring alone. */
export const knownBefore = (version: Asking, number: number): Question[] =>
  pagesOf(version)
    .slice(0, number - 1)
    .flatMap(({ questions }) => questions.filter((question) => !typeOf(question).isOnlyRead && !isEquality(question)))

/** The questions of a page that someone who gave these answers is asked. */
export const askedOn = (version: Asking, answers: readonly GivenAnswer[], number: number): Question[] =>
  (pagesOf(version)[number - 1]?.questions ?? []).filter((question) => isAsked(question, answers))

/** The next page where something is asked; null after the last. Begin with 0. */
export const nextPage = (version: Asking, answers: readonly GivenAnswer[], after: number): number | null =>
  asking(version, answers).find((number) => number > after) ?? null

/** The page before where something is asked; null before the first. */
export const pageBefore = (version: Asking, answers: readonly GivenAnswer[], before: number): number | null =>
  asking(version, answers).findLast((number) => number < before) ?? null

/** The numbers of the pages that someone who gave these answers goes through. */
const asking = (version: Asking, answers: readonly GivenAnswer[]) =>
  pagesOf(version).flatMap(({ number, questions }) => (questions.some((question) => isAsked(question, answers)) ? [number] : []))

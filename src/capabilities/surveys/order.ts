import type { Question } from './question.ts'

/** Questions by page; `page` is the title, where the page has a start of its own. */
interface Part {
  page: string | undefined
  questions: Question[]
}

const partsOf = (questions: readonly Question[]): Part[] => {
  const parts: Part[] = []
  for (const { page, ...question } of questions) {
    const part = parts.at(-1)
    if (part && page === undefined) part.questions.push(question)
    else parts.push({ page, questions: [question] })
  }
  return parts
}

const joined = (parts: readonly Part[]): Question[] =>
  parts.flatMap(({ page, questions }) =>
    questions.map((question, at) => (at === 0 && page !== undefined ? { ...question, page } : question)),
  )

/**
 * The questions with one moved a place up (-1) or down (1). A page keeps its start: the first question of a page moves up to the end of the
 * page before, the last one down to the beginning of the next. A page with nothing left on it is gone.
 */
export function moved(questions: readonly Question[], key: string, by: -1 | 1): Question[] {
  const parts = partsOf(questions)
  const on = parts.findIndex((part) => part.questions.some((question) => question.key === key))
  const part = parts[on]
  const at = part?.questions.findIndex((question) => question.key === key) ?? -1
  const question = part?.questions[at]
  if (!part || !question) return [...questions]

  const next = at + by
  const beside = parts[on + by]
  if (next >= 0 && next < part.questions.length) part.questions = part.questions.toSpliced(at, 1).toSpliced(next, 0, question)
  else if (beside) {
    part.questions.splice(at, 1)
    beside.questions.splice(by < 0 ? beside.questions.length : 0, 0, question)
  }
  return joined(parts)
}

/** The questions without some. A page keeps its start as long as anything is on it. */
export const without = (questions: readonly Question[], goes: (question: Question) => boolean): Question[] =>
  joined(partsOf(questions).map((part) => ({ ...part, questions: part.questions.filter((question) => !goes(question)) })))

/** The questions with a page that starts at one of them, of this title; or, with null, no longer starts there. */
export const withPageAt = (questions: readonly Question[], key: string, title: string | null): Question[] =>
  questions.map((question) => {
    if (question.key !== key) return question
    const { page: _, ...rest } = question
    return title === null ? rest : { ...rest, page: title }
  })

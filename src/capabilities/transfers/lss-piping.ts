import { type Condition, pagesOf, type Question } from '#capabilities/surveys'
import type { ColumnMeaning } from './lss-condition.ts'

/**
 * Earlier answers in words, as LimeSurvey writes them ({Q1.shown}), as they are written here ({q1}); anything else in braces is taken out. And
 * wherever a question leans on an answer of its own page, a new page begins: here it must be known by then.
 */
export function piping(
  questions: readonly Question[],
  columns: ReadonlyMap<string, ColumnMeaning>,
): { questions: Question[]; notes: string[] } {
  const notes: string[] = []
  const said = questions.map((question, at) => {
    const earlier = new Set(questions.slice(0, at).map(({ key }) => key))
    const written = (words: string) =>
      words.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => {
        const key = columns.get(name.replace(/\.(shown|NAOK|code|value)$/i, '').toLowerCase())?.question ?? name
        if (earlier.has(key)) return `{${key}}`
        // What no program reads may stay: people do write in braces.
        if (!/^[A-Za-z_][\w.:-]*$|[=("]/.test(name.trim())) return whole
        notes.push(`“${question.text}”: ${whole} stood in its words and was taken out`)
        return '…'
      })
    return { ...question, text: written(question.text), ...(question.hint && { hint: written(question.hint) }) }
  })
  return { questions: onPages(said, notes), notes }
}

const pipedIn = ({ text, hint = '' }: Question) => [...`${text} ${hint}`.matchAll(/\{([a-z][a-z0-9-]*)\}/g)].flatMap(([, key]) => key ?? [])

function onPages(questions: readonly Question[], notes: string[]): Question[] {
  const placed: Question[] = []
  let begun = 0
  for (const question of questions) {
    const here = new Set(
      pagesOf({ questions: placed })
        .at(-1)
        ?.questions.map(({ key }) => key),
    )
    const leansOn = [...(question.asked?.of ?? []).map(({ question: on }: Condition) => on), ...pipedIn(question)]
    const isPagedAlready = question.page !== undefined
    const mustBegin = !isPagedAlready && leansOn.some((key) => here.has(key))
    if (mustBegin) begun += 1
    placed.push(mustBegin ? { ...question, page: '' } : question)
  }
  if (begun > 0) notes.push(`Pages begun so that an answer is known before a question leans on it: ${begun}`)
  return placed
}

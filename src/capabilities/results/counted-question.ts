import { type Question, typeOf } from '#capabilities/surveys'
import type { OptionFigure } from './finding.ts'

/** How often each option was chosen, how many answered, and how many were asked and did not. */
export interface CountedQuestion {
  key: string
  text: string
  /** People could choose more than one, so the counts come to more than the number who answered. */
  several: boolean
  options: readonly OptionFigure[]
  answered: number
  notAnswered: number
}

export interface Ticks {
  /** By version of the survey: how many responses it had. */
  responses: readonly { versionId: string; count: number }[]
  /** By question: how many responses ticked anything. */
  answered: readonly { questionKey: string; count: number }[]
  /** By question and option: how many responses ticked it. */
  ticks: readonly { questionKey: string; choice: string; count: number }[]
}

export interface AskedVersion {
  id: string
  questions: readonly Question[]
}

/**
 * Every closed question of a survey, counted over all its versions. `versions` are given latest first: the latest text and order of options
 * hold, and options that only earlier versions had come after them. An option nobody chose is there with 0. Counts are numbers of
 * responses. Questions answered in words alone are left out: they are read, not counted.
 */
export function countQuestions(versions: readonly AskedVersion[], { responses, answered, ticks }: Ticks): CountedQuestion[] {
  return merged(versions).flatMap((question) => {
    const mine = ticks.filter(({ questionKey }) => questionKey === question.key)
    const choices = Object.fromEntries(mine.map(({ choice, count }) => [choice, count]))
    const tally = { answered: answered.find(({ questionKey }) => questionKey === question.key)?.count ?? 0, choices }
    const summary = typeOf(question).summarise(question, tally)
    if (summary.rows.length === 0) return []
    const askedIn = new Set(versions.filter(({ questions }) => questions.some(({ key }) => key === question.key)).map(({ id }) => id))
    const asked = responses.reduce((sum, { versionId, count }) => sum + (askedIn.has(versionId) ? count : 0), 0)
    return {
      key: question.key,
      text: question.text,
      several: question.type === 'some-of',
      options: summary.rows.map(({ value, label, count }) => ({ option: value, label, count })),
      answered: summary.answered,
      notAnswered: Math.max(0, asked - summary.answered),
    }
  })
}

/** Each question once, as it was last asked, with every option it ever had. */
function merged(versions: readonly AskedVersion[]): Question[] {
  const questions = new Map<string, Question>()
  for (const earlier of versions.flatMap((version) => version.questions)) {
    const latest = questions.get(earlier.key)
    const gone = (earlier.options ?? []).filter(({ value }) => !latest?.options?.some((option) => option.value === value))
    questions.set(
      earlier.key,
      latest
        ? { ...latest, ...(latest.options && { options: [...latest.options, ...gone] }), other: Boolean(latest.other || earlier.other) }
        : earlier,
    )
  }
  return [...questions.values()]
}

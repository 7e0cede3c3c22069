import { mergedQuestions, type Question, typeOf } from '#capabilities/surveys'
import type { OptionFigure } from './basis.ts'

/** How often each option was chosen, how many answered, and how many were asked and did not. A question of several parts is counted part by part. */
export interface CountedQuestion {
  key: string
  text: string
  /** People could choose more than one, so the counts come to more than the number who answered. */
  several: boolean
  options: readonly OptionFigure[]
  answered: number
  notAnswered: number
  /** Where its parts can be worked out from one another: the key of the whole question. */
  together?: string
  /** Measures beside the counts, for staff. */
  figures?: readonly { name: string; value: string }[]
  /** Where it was asked in more than one version: how many answered each, the earliest first. */
  versions?: readonly { number: number; answered: number }[]
}

export interface Ticks {
  /** By version of the survey: how many responses it had. */
  responses: readonly { versionId: string; count: number }[]
  /** By question and version: how many responses ticked anything. */
  answered: readonly { questionKey: string; versionId: string; count: number }[]
  /** By question and option: how many responses ticked it. */
  ticks: readonly { questionKey: string; choice: string; count: number }[]
}

export interface AskedVersion {
  id: string
  number: number
  questions: readonly Question[]
}

/**
 * Every closed question of a survey, counted over all its versions. `versions` are given latest first: the latest text and order of options
 * hold, and options that only earlier versions had come after them. An option nobody chose is there with 0. Counts are numbers of
 * responses. Questions answered in words alone are left out: they are read, not counted. A question that a person's earlier answers did
 * not call for counts among those that were not answered.
 */
export function countQuestions(versions: readonly AskedVersion[], { responses, answered, ticks }: Ticks): CountedQuestion[] {
  const ticksOf = Map.groupBy(ticks, ({ questionKey }) => questionKey)
  const answeredOf = Map.groupBy(answered, ({ questionKey }) => questionKey)
  return mergedQuestions(versions).flatMap((question) => {
    const choices = Object.fromEntries((ticksOf.get(question.key) ?? []).map(({ choice, count }) => [choice, count]))
    const byVersion = answeredOf.get(question.key) ?? []
    const summary = typeOf(question).summarise(question, { answered: sum(byVersion), choices })
    const askedIn = versions.filter(({ questions }) => questions.some(({ key }) => key === question.key)).reverse()
    const asked = sum(responses.filter(({ versionId }) => askedIn.some(({ id }) => id === versionId)))
    const answeredIn = askedIn.map(({ id, number }) => ({ number, answered: sum(byVersion.filter(({ versionId }) => versionId === id)) }))
    return summary.parts.map(({ key, text, several, rows, figures, ...part }) => ({
      key,
      text,
      several,
      options: rows.map(({ value, label, count }) => ({ option: value, label, count })),
      answered: part.answered,
      notAnswered: Math.max(0, asked - part.answered),
      ...(summary.together && { together: question.key }),
      ...(figures && { figures }),
      ...(askedIn.length > 1 && { versions: answeredIn }),
    }))
  })
}

const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)

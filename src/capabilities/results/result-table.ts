import { type CountedResults, totalOf } from './result-count.ts'

/** A number as the public may see it: '*' where it is hidden. */
export type Shown = number | '*'

export interface ShownRow {
  label: string
  count: Shown
}

export interface QuestionTable {
  key: string
  text: string
  several: boolean
  options: ShownRow[]
  answered: Shown
  notAnswered: Shown
  /** Measures beside the counts: for staff alone, since they are worked out from every number. */
  figures?: readonly { name: string; value: string }[]
  /** Which versions of the survey asked it, where more than one did, and for staff how many answered each. */
  versions?: readonly { number: number; answered: Shown }[]
}

export interface ThemeRow {
  themeId: string
  name: string
  comments: Shown
  responses: Shown
}

/** Everything counted about the answers to one survey, as someone may see it. */
export interface ResultTables {
  responses: Shown
  channels: ShownRow[]
  questions: QuestionTable[]
  comments: Shown
  coded: Shown
  frames: { title: string; themes: ThemeRow[] }[]
}

/** The tables with their true figures, for those who may see them. */
export const trueTables = (counted: CountedResults): ResultTables => ({
  responses: totalOf(counted),
  channels: counted.channels.map(({ label, count }) => ({ label, count })),
  questions: counted.questions.map(({ options, together: _, ...question }) => ({
    ...question,
    options: options.map(({ label, count }) => ({ label, count })),
  })),
  comments: counted.comments.comments,
  coded: counted.comments.coded,
  frames: counted.frames.map(({ title, themes }) => ({
    title,
    themes: themes.map(({ fullName, ...figure }) => ({ ...figure, name: fullName })),
  })),
})

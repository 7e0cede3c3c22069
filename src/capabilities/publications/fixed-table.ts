import type { PublishedComparison } from '#capabilities/populations'
import type { CountedResults, QuestionTable, ResultTables, Shown } from '#capabilities/results'
import { totalOf } from '#capabilities/results'
import { hideInDivision, publishableCounts } from '#capabilities/statistics'
import type { PublishedCross, PublishedDivision, PublishedWeighting } from './fixed-cross.ts'
import type { PublishedBeside } from './published-beside.ts'

/** The smallest number that is shown, but for nought. */
const threshold = 5

/** Everything counted about the answers to one survey, as everyone may see it. */
export interface PublishedTables extends ResultTables {
  /** What is published beside them; tables that were published before there was any have none. */
  beside?: PublishedBeside
  /** Who answered beside who lives there, worked out from these tables alone. */
  representation?: readonly PublishedComparison[]
  /** What people could be divided by in the crosses, alone, where no other table has it. */
  divisions?: readonly PublishedDivision[]
  crosses?: readonly PublishedCross[]
  /** Where weighted shares stand beside the counts of the crosses. */
  weighting?: PublishedWeighting
  /** Under which licence anyone may use them; empty where none was named. */
  licence?: string
}

/**
 * The tables of a survey as they may be published. Small numbers are hidden, and so is whatever would give one away by taking shown numbers
 * from one another: from the number of responses, from the number who answered a question, from the number of comments. Where the number
 * of responses is itself small, every number is hidden.
 */
export function fixTables({ channels, questions, comments, frames }: CountedResults): ResultTables {
  const total = totalOf({ channels })
  const [responses] = counts([total], false)
  if (responses === '*') return allHidden({ channels, questions, comments, frames })
  return {
    responses: responses!,
    channels: divided(channels.map(({ label, count }) => ({ label, count }))),
    questions: fixQuestions(questions, total),
    comments: counts([comments.comments], false)[0]!,
    coded: ofWhole(comments.coded, comments.comments),
    frames: frames.map(({ title, themes }) => ({
      title,
      themes: themes.map(({ themeId, fullName, ...figure }) => {
        const shown = ofWhole(figure.comments, comments.comments) !== '*' && ofWhole(figure.responses, total) !== '*'
        return { themeId, name: fullName, comments: shown ? figure.comments : '*', responses: shown ? figure.responses : '*' }
      }),
    })),
  }
}

type Question = CountedResults['questions'][number]

/** Each by itself; but parts that can be worked out from one another, as places in an order, are shown all or not at all. */
function fixQuestions(questions: readonly Question[], total: number): QuestionTable[] {
  const fixed = questions.map((question) => (question.several ? fixSeveral(question, total) : fixOne(question, total)))
  const telling = new Set(questions.flatMap(({ together }, at) => (together !== undefined && hidesAny(fixed[at]!) ? [together] : [])))
  return fixed.map((table, at) => (telling.has(questions[at]!.together ?? '') ? hideQuestion(questions[at]!) : table))
}

const hidesAny = ({ options, answered }: QuestionTable) => answered === '*' || options.some(({ count }) => count === '*')

/** Each person is in one row, or did not answer, or was not asked: together they part everyone who responded. */
function fixOne(question: Question, total: number): QuestionTable {
  const { options, answered, notAnswered } = question
  if (isSmall(answered)) return hideQuestion(question)
  const rows = divided([
    ...options.map(({ label, count }) => ({ label, count })),
    { label: '', count: notAnswered },
    { label: '', count: Math.max(0, total - answered - notAnswered) },
  ])
  const isHidden = rows.slice(-2).some(({ count }) => count === '*')
  return { ...named(question), options: rows.slice(0, -2), answered: isHidden ? '*' : answered, notAnswered: isHidden ? '*' : notAnswered }
}

const divided = (rows: readonly { label: string; count: number }[]): { label: string; count: Shown }[] => {
  const flags = hideInDivision(rows.map(({ count }) => count))
  return rows.map((row, place) => (flags[place] ? { ...row, count: '*' } : row))
}

/**
 * Rows overlap: how many did not choose one is a number too, of those who answered and of all who responded. Where few did not answer, how
 * many did is hidden, and then at least two numbers must be left that it could be: not fewer than the most chosen row, not more than all rows.
 */
function fixSeveral(question: Question, total: number): QuestionTable {
  const { options, answered, notAnswered } = question
  if (isSmall(answered)) return hideQuestion(question)
  const isHidden = isSmall(notAnswered)
  const rows = options.map(({ label, count }) => ({
    label,
    count: !isHidden && ofWhole(count, answered) === '*' ? ('*' as const) : ofWhole(count, total),
  }))
  if (!isHidden) return { ...named(question), options: rows, answered, notAnswered }

  const shown = rows.flatMap(({ count }) => (count === '*' ? [] : [count]))
  const least = Math.max(total - threshold + 1, threshold, ...shown)
  const most =
    shown.length < rows.length
      ? total - 1
      : Math.min(
          total - 1,
          shown.reduce((sum, count) => sum + count, 0),
        )
  return most > least ? { ...named(question), options: rows, answered: '*', notAnswered: '*' } : hideQuestion(question)
}

// Numbers by version would be a second table to subtract from the first: in public a question says which versions asked it, and no more.
const named = ({ key, text, several, versions }: Question) => ({
  key,
  text,
  several,
  ...(versions && { versions: versions.map(({ number }) => ({ number, answered: '*' as const })) }),
})

const hideQuestion = (question: Question): QuestionTable => ({
  ...named(question),
  options: question.options.map(({ label }) => ({ label, count: '*' })),
  answered: '*',
  notAnswered: '*',
})

const isSmall = (count: number) => counts([count], false)[0] === '*'

/** A part of a whole that readers may know: shown where neither it nor the rest is small. Nought is shown whatever the whole, or it would tell of it. */
const ofWhole = (part: number, whole: number): Shown => (part === 0 ? 0 : counts([part, Math.max(0, whole - part)], true)[0]!)

const counts = (numbers: readonly number[], totalShown: boolean) =>
  publishableCounts(
    numbers.map((count) => ({ label: '', count: count as Shown })),
    { totalShown, threshold },
  ).map(({ count }) => count)

const allHidden = ({ channels, questions, frames }: CountedResults): ResultTables => ({
  responses: '*',
  channels: channels.map(({ label }) => ({ label, count: '*' })),
  questions: questions.map(hideQuestion),
  comments: '*',
  coded: '*',
  frames: frames.map(({ title, themes }) => ({
    title,
    themes: themes.map(({ themeId, fullName }) => ({ themeId, name: fullName, comments: '*', responses: '*' })),
  })),
})

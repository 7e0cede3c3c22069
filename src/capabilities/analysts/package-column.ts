import { type Column, type Question, typeOf } from '#capabilities/surveys'

/** A column of the answers that an analyst is given. */
export interface PackageColumn extends Column {
  question: Question
}

/** Fewer people than this who share an answer could be singled out by it. */
export const fewest = 5

// What is open, and is not words, tells people apart: a day of birth, a postcode, an amount.
const open = new Set(['postcode', 'date', 'number', 'budget', 'file', 'email'])

/** Which columns of these questions go into a package, and in sentences what does not and why. Equality answers are in none. */
export function columnsFor(questions: readonly Question[]): { columns: PackageColumn[]; leftOut: string[] } {
  const asked = questions.filter((question) => !typeOf(question).isOnlyRead)
  const equality = asked.filter(({ block }) => block === 'equality')
  const rest = asked.filter(({ block }) => block !== 'equality')
  const [apart, kept] = [rest.filter(({ type }) => open.has(type)), rest.filter(({ type }) => !open.has(type))]
  return {
    columns: kept.flatMap((question) =>
      typeOf(question)
        .columns(question)
        .map((column) => ({ ...column, question })),
    ),
    leftOut: [
      ...(equality.length > 0 ? ['Answers to the equality questions: they are joined to no other answer.'] : []),
      ...apart.map(({ text }) => `Answers to “${text}”: they could tell one person from all others.`),
    ],
  }
}

/** How often each value stands in each column, by key: what was not answered is ''. */
type ColumnTally = ReadonlyMap<string, ReadonlyMap<string, number>>

/** For each column by key, the values that read as not answered; null where the whole column is left out. */
type SmallValues = ReadonlyMap<string, ReadonlySet<string> | null>

/**
 * What is too rare to give away. A value that 1 to 4 responses have reads as not answered. Where then 1 to 4 cells of the column are empty, the
 * gap itself would tell, so the column is left out. Of every column that stays, each value and the gap stand in no cell or in at least `fewest`,
 * unless nothing had to be hidden.
 */
export function smallValues(tally: ColumnTally): SmallValues {
  return new Map(
    [...tally].map(([key, counts]) => {
      const small = [...counts].filter(([value, count]) => value !== '' && count > 0 && count < fewest)
      const gap = small.reduce((sum, [, count]) => sum + count, counts.get('') ?? 0)
      return [key, small.length > 0 && gap < fewest ? null : new Set(small.map(([value]) => value))]
    }),
  )
}

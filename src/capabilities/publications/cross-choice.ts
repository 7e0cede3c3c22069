import type { CountedQuestion, Dimension } from '#capabilities/results'

/** What is published crossed with what: each of the rows by each of the groups. */
export interface CrossChoice {
  rows: readonly string[]
  by: readonly string[]
}

/** So many tables can be read and checked in a sitting. */
const mostCrosses = 60

/** What may be crossed: questions and themes, by whatever puts each response in one group. */
export function offeredFor(dimensions: readonly Dimension[], questions: readonly CountedQuestion[]) {
  // The parts of an order can be worked out from one another: crossed, the parts shown would tell of a part that is hidden.
  const ordered = new Set(questions.flatMap(({ together }) => together ?? []))
  const isPart = ({ held, name }: Dimension) => 'key' in held && ordered.has(held.key) && name !== `question:${held.key}`
  const known = dimensions.filter((dimension) => !isPart(dimension))
  return {
    rows: known.filter(({ family }) => family === 'question' || family === 'theme'),
    by: known.filter(({ family, several, name }) => family !== 'theme' && !several && name !== 'version'),
  }
}

export type Offered = ReturnType<typeof offeredFor>

/** What is wrong with a choice, in words; null when nothing is. */
export function whyNotCross({ rows, by }: CrossChoice, offered: Offered): string | null {
  const isOffered = (names: readonly string[], some: readonly Dimension[]) => names.every((name) => some.some((one) => one.name === name))
  if (!isOffered(rows, offered.rows) || !isOffered(by, offered.by)) return 'Choose questions, themes and groups from the lists'
  if (rows.length === 0 && by.length > 0) return 'Choose which questions or themes to show by these groups'
  if (rows.length > 0 && by.length === 0) return 'Choose which groups to show these by'
  const twice = offered.rows.find(({ name }) => rows.includes(name) && by.includes(name))
  if (twice) return `Choose “${twice.label}” as a question or as a group, not both: together the tables would tell of three things at once`
  if (by.filter((name) => isPlace(offered, name)).length > 1)
    return 'Choose one kind of place: whoever knows how two kinds of area lie in each other could subtract the one from the other'
  if (rows.length * by.length > mostCrosses) return `Choose fewer: ${mostCrosses} tables at most can be published together`
  return null
}

const isPlace = (offered: Offered, wanted: string) =>
  offered.by.some(({ name, held }) => {
    if (name !== wanted) return false
    if (held.in === 'responses') return held.column === 'place'
    return held.in === 'answers' && (held.begins === 'area:' || held.begins === 'decile:')
  })

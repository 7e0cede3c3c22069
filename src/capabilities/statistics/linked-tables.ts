import { publishableCounts } from './publishable-counts.ts'
import { isSmall } from './small-numbers.ts'

/** One way to divide everyone: each person is in one class, "did not say" being a class too; or, with `overlaps`, in as many as they like. */
export interface Division {
  key: string
  /** How many are in each class: whole numbers from 0. Without `overlaps` they add up to everyone. */
  counts: readonly number[]
  /** Which of them are hidden in the table of this division alone. */
  hidden: readonly boolean[]
  overlaps?: boolean
  /** For each class the place of a class that everybody in it is in too, or null: a theme and the theme above it. */
  within?: readonly (number | null)[]
}

/** How many are in each class of one division and in each of another that does not overlap: `counts[row][column]`. */
export interface LinkedCross {
  rows: string
  columns: string
  counts: readonly (readonly number[])[]
}

export interface LinkedTables {
  divisions: readonly Division[]
  crosses: readonly LinkedCross[]
  /** The smallest number that may be shown, but for nought. */
  threshold?: number
  /** How many are to be expected in a cell at least, were rows and columns independent. Left out: twice the threshold. */
  expected?: number
}

/**
 * Which classes of each division are hidden in every cross, so that several tables about the same people can be published together. By key,
 * one boolean for each class; those hidden in the table of the division alone are among them.
 *
 * A class is hidden in all crosses or in none, and never in one cell alone. So what is published of a cross is the same as a smaller table, in
 * which all hidden rows are one row and all hidden columns are one column, and each number of that smaller table is nought or at least the
 * threshold. No sum of shown numbers, and no difference of sums, in a cross or between a cross and the tables of its divisions, is small.
 *
 * Hidden are at least two classes with people in them. Two people in two hidden columns could change places, and everything published would be
 * the same, however many crosses there are; and two in two hidden rows likewise, as no division is the rows of one cross and the columns of
 * another. That is refused: three crosses that close a ring tell of three things at once.
 *
 * Nor does the rule tell more. Rows are hidden by the counts of rows and of columns, which are known: of all ways to hide the smallest rows and
 * the smallest columns such that `expected` people or more are to be expected in each cell, the one that would show most cells says which rows.
 * Columns are hidden from the smallest up to the first size at which no number is small, so that which of them held a small number is not
 * told. The tests go through every small world.
 *
 * Rows that overlap stand each for themselves: who is in it and who is not are both looked at, and, where it is within another, who is in
 * that one alone. Where one is hidden, another is too: where everyone must choose one, a single one would be what is left.
 *
 * Not protected: what follows for three divisions at once where four crosses or more close a ring (two questions, each by age and by place).
 *
 * Source: suppression by collapsing and by complement, as in A. Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapter 4.
 * Throws RangeError for counts that are not whole numbers from 0 or do not fit each other, and for a division that is used both ways.
 */
export function hideTogether({ divisions, crosses, threshold = 5, expected = 2 * threshold }: LinkedTables): Map<string, boolean[]> {
  refuseUnfit({ divisions, crosses })
  const everyone = Math.max(0, ...divisions.flatMap(({ counts, overlaps }) => (overlaps ? [] : [sumOf(counts)])))
  const sized = new Map(divisions.map((division) => [division.key, withSizes(division, everyone)]))
  const hidden = new Map([...sized].map(([key, division]) => [key, paired(division, division.hidden)]))
  for (const { rows: key, columns } of crosses) {
    const rows = sized.get(key)!
    const size = rowsTooSmall(rows, sized.get(columns)!, expected * everyone)
    hidden.set(key, upTo(size, rows, hidden.get(key)!))
  }
  for (const [key, columns] of sized) {
    const sides = crosses.filter((cross) => cross.columns === key).map(({ rows, counts }) => ({ rows: sized.get(rows)!, counts }))
    const isToldOf = () => sides.some(({ rows, counts }) => hasSmall({ counts, rows, columns }, hidden, threshold))
    for (let flags = hidden.get(key)!; !flags.every(Boolean) && isToldOf(); flags = hidden.get(key)!)
      hidden.set(key, upTo(smallestShown(columns.sizes, flags), columns, flags))
  }
  return hidden
}

/**
 * Which classes of one division are hidden in a table of its own, beside the number of everyone. As `publishableCounts`; and those hidden are
 * together at least the threshold, since anybody can reckon how many they are together.
 */
export function hideInDivision(counts: readonly number[], threshold = 5): boolean[] {
  const flags = publishableCounts(
    counts.map((count) => ({ label: '', count: count as number | '*' })),
    { totalShown: true, threshold },
  ).map(({ count }) => count === '*')
  while (isSmall(sumOf(counts.filter((_, place) => flags[place])), threshold)) {
    const next = smallestShown(counts, flags)
    // Equals go together, for a choice between them would tell.
    for (const [place, count] of counts.entries()) if (count === next) flags[place] = true
    if (next === Infinity) break
  }
  return flags.some(Boolean) && smallestShown(counts, flags) === Infinity ? counts.map(() => true) : flags
}

interface Sized extends Division {
  /** By which they are hidden, the smallest first: how many are in it; of rows that overlap, in it, or not, or in the one around it alone, whichever is fewest. */
  sizes: readonly number[]
}

function withSizes(division: Division, everyone: number): Sized {
  const { counts, overlaps, within = [] } = division
  const around = (place: number) => counts[within[place] ?? -1] ?? everyone
  return {
    ...division,
    sizes: counts.map((count, place) => (overlaps ? Math.min(...[count, around(place) - count].filter(Boolean)) : count)),
  }
}

/**
 * The size up to which rows are hidden: with that, and columns hidden up to some size, each row times each column is `least` at least, and
 * more cells are shown than in any other way. Infinity, for all of them, where there is no way; 0 for none.
 */
function rowsTooSmall(rows: Sized, columns: Sized, least: number): number {
  const ways = limitsOf(rows).flatMap((size) =>
    limitsOf(columns).map((other) => {
      const [down, across] = [shownAbove(size, rows), shownAbove(other, columns)]
      return { size, cells: down.smallest * across.smallest >= least ? down.classes * across.classes : 0 }
    }),
  )
  const best = ways.toSorted((one, other) => other.cells - one.cells || one.size - other.size)[0]
  return best && best.cells > 0 ? best.size : Infinity
}

const limitsOf = ({ sizes }: Sized) => [0, ...new Set(sizes)].sort((one, other) => one - other)

/** How many classes would be shown by themselves, and the smallest size of these and of those hidden together. */
function shownAbove(size: number, division: Sized) {
  const flags = upTo(size, division, division.hidden)
  const shown = division.sizes.filter((own, place) => own > 0 && !flags[place])
  const together = sumOf(division.counts.filter((_, place) => flags[place]))
  return { classes: shown.length, smallest: Math.min(...shown, ...(division.overlaps || together === 0 ? [] : [together])) }
}

interface Sides {
  rows: Sized
  columns: Sized
  counts: LinkedCross['counts']
}

/** Whether any number of the smaller table is small: rows and columns each by itself, and all hidden ones as one. */
function hasSmall({ rows, columns, counts }: Sides, hidden: ReadonlyMap<string, readonly boolean[]>, threshold: number): boolean {
  const hiddenRows = hidden.get(rows.key)!
  const rowGroups = groupsOf(hiddenRows).filter(([first]) => !rows.overlaps || !hiddenRows[first!])
  return groupsOf(hidden.get(columns.key)!).some((columnGroup) => {
    const countOf = (some: readonly number[]) => sumOf(some.flatMap((row) => columnGroup.map((column) => counts[row]![column]!)))
    return rowGroups.some((group) => {
      const inside = countOf(group)
      if (isSmall(inside, threshold)) return true
      if (!rows.overlaps) return false
      const above = rows.within?.[group[0]!] ?? null
      const isAboveShown = above !== null && !hiddenRows[above]
      const all = sumOf(columnGroup.map((column) => columns.counts[column]!))
      return isSmall(all - inside, threshold) || (isAboveShown && isSmall(countOf([above]) - inside, threshold))
    })
  })
}

const smallestShown = (sizes: readonly number[], flags: readonly boolean[]) =>
  Math.min(...sizes.filter((size, place) => size > 0 && !flags[place]))

/** With everything of this size and below hidden. */
const upTo = (size: number, division: Sized, flags: readonly boolean[]) =>
  paired(
    division,
    flags.map((flag, place) => flag || (division.sizes[place]! > 0 && division.sizes[place]! <= size)),
  )

/** A hidden class with people in it is never alone; and where none with people in it is left, those with nobody are hidden too. */
function paired(division: Sized, flags: readonly boolean[]): boolean[] {
  const { sizes } = division
  const isAlone = flags.filter((flag, place) => flag && sizes[place]! > 0).length === 1
  const next = smallestShown(sizes, flags)
  if (isAlone && next !== Infinity) return upTo(next, division, flags)
  return flags.some(Boolean) && next === Infinity ? flags.map(() => true) : [...flags]
}

/** Each shown class by itself, and all hidden ones as one. */
function groupsOf(flags: readonly boolean[]): number[][] {
  const places = flags.map((_, place) => place)
  const together = places.filter((place) => flags[place])
  return [...places.filter((place) => !flags[place]).map((place) => [place]), ...(together.length > 0 ? [together] : [])]
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

function refuseUnfit({ divisions, crosses }: LinkedTables) {
  const byKey = new Map(divisions.map((division) => [division.key, division]))
  for (const { key, counts } of divisions)
    if (!counts.every((count) => Number.isInteger(count) && count >= 0))
      throw new RangeError(`The counts of ${key} must be whole numbers from 0`)
  for (const { rows, columns, counts } of crosses) {
    const [down, across] = [byKey.get(rows), byKey.get(columns)]
    if (!down || !across || across.overlaps) throw new RangeError(`${rows} cannot be crossed by ${columns}`)
    if (crosses.some((other) => other.columns === rows))
      throw new RangeError(`${rows} is crossed by others, and others by it: together they tell of three things at once`)
    const fits =
      counts.length === down.counts.length &&
      counts.every((row, place) => row.length === across.counts.length && sumOf(row) === down.counts[place]) &&
      (down.overlaps === true || across.counts.every((count, column) => sumOf(counts.map((row) => row[column]!)) === count))
    if (!fits) throw new RangeError(`${rows} crossed by ${columns} does not add up to their own counts`)
  }
}

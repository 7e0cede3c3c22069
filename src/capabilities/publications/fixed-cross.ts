import { type Division, hideInDivision, hideTogether, type LinkedCross } from '#capabilities/statistics'

/** One way of dividing the responses, counted: each is in one row or said nothing of it; or, with `overlaps`, in as many as there are. */
export interface CountedDivision {
  /** As the results call it: 'question:q3', 'theme:…', 'decile'. */
  name: string
  label: string
  overlaps: boolean
  options: readonly { value: string; label: string; count: number }[]
  /** By value: hidden in a table that is published of it alone. */
  hiddenAlone: ReadonlySet<string>
  /** Where a row is within another, as a theme under a theme: the value of that one, by its own. */
  within: ReadonlyMap<string, string>
}

export interface CountedPair {
  rows: string
  by: string
  /** How many said both, by the value of the row and then of the column; nought where there is none. */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** The same weighted, and by the value of the column how much everyone in it weighs; where there is a weighting. */
  weighted?: { counts: ReadonlyMap<string, ReadonlyMap<string, number>>; everyone: ReadonlyMap<string, number> }
}

export interface PublishedLine {
  label: string
  /** Everyone in it. */
  total: number
}

/** A table of one thing by another as everyone may see it. Every number in it is nought or 5 at least; small ones were counted together with others. */
export interface PublishedCross {
  rows: string
  by: string
  title: string
  byLabel: string
  /** A response may be in several rows. */
  several: boolean
  /** None where too few people answered for any group to be shown. */
  lines: readonly PublishedLine[]
  columns: readonly PublishedLine[]
  counts: readonly (readonly number[])[]
  /** By label: the rows that are counted together in the last one, or left out where they overlap; and the groups in the last column. */
  together: { rows: readonly string[]; columns: readonly string[] }
  /** The same as shares of each column after weighting, in whole per cents, where there is a weighting; null for what is counted together. */
  weighted?: readonly (readonly (number | null)[])[]
}

/** By what the shares beside the counts were weighted, and at what price. */
export interface PublishedWeighting {
  title: string
  /** The populations it went by. */
  baselines: readonly string[]
  responses: number
  /** As many people answering at random would tell as much. */
  effectiveSize: number
  /** Kish's effect: how much wider it makes what one can be sure of. */
  kishEffect: number
}

/** How a division is published alone, where it is not a table of its own already. */
export interface PublishedDivision {
  name: string
  label: string
  options: readonly { label: string; count: number | '*' }[]
}

const restOf = ({ overlaps }: CountedDivision) => (overlaps ? [] : [''])
const others = 'The others together'

/**
 * Crosses of the same responses as they may be published together, by `hideTogether` of statistics. `total`: how many responded. Throws
 * RangeError where what was counted does not fit, as when somebody changed a coding meanwhile.
 */
export function fixCrosses(total: number, divisions: readonly CountedDivision[], pairs: readonly CountedPair[]): PublishedCross[] {
  const full = new Map(divisions.map((division) => [division.name, fullOf(division, total)]))
  const linked = pairs.map((pair) => linkedOf(pair, full))
  const hidden = hideTogether({ divisions: [...full.values()].map(({ division }) => division), crosses: linked })
  return pairs.map((pair, at) => {
    const [rows, columns] = [full.get(pair.rows)!, full.get(pair.by)!]
    const [down, across] = [groupsOf(rows, hidden.get(pair.rows)!), groupsOf(columns, hidden.get(pair.by)!)]
    const isShown = down.some(({ isOthers }) => !isOthers) && across.some(({ isOthers }) => !isOthers)
    const counts = linked[at]!.counts
    return {
      rows: pair.rows,
      by: pair.by,
      title: rows.counted.label,
      byLabel: columns.counted.label,
      several: rows.counted.overlaps,
      lines: isShown ? down.map(({ label, total: all }) => ({ label, total: all })) : [],
      columns: isShown ? across.map(({ label, total: all }) => ({ label, total: all })) : [],
      counts: isShown
        ? down.map(({ places }) =>
            across.map((group) => sumOf(places.flatMap((row) => group.places.map((column) => counts[row]![column]!)))),
          )
        : [],
      ...(pair.weighted && isShown && { weighted: sharesOf(pair.weighted, { rows, columns, down, across }) }),
      together: { rows: hiddenLabels(rows, hidden.get(pair.rows)!), columns: hiddenLabels(columns, hidden.get(pair.by)!) },
    }
  })
}

interface Sides {
  rows: Full
  columns: Full
  down: readonly Group[]
  across: readonly Group[]
}

/**
 * Weighted shares of what is shown by itself. Never in more than whole per cents: a sum of weights, to its last digit, would tell how many of
 * each weight are in it.
 */
const sharesOf = ({ counts, everyone }: NonNullable<CountedPair['weighted']>, { rows, columns, down, across }: Sides) =>
  down.map((line) =>
    across.map((column) => {
      const [row, by] = [rows.values[line.places[0]!]!, columns.values[column.places[0]!]!]
      const all = everyone.get(by) ?? 0
      if (line.isOthers || column.isOthers || row === '' || by === '' || all === 0) return null
      return Math.round((100 * (counts.get(row)?.get(by) ?? 0)) / all)
    }),
  )

/** The table of one division alone, beside the number of everyone. */
export function fixDivision(total: number, division: CountedDivision): PublishedDivision {
  const { division: own, labels } = fullOf(division, total)
  const options = labels.map((label, place) => ({ label, count: own.hidden[place] ? ('*' as const) : own.counts[place]! }))
  return { name: division.name, label: division.label, options }
}

interface Full {
  counted: CountedDivision
  division: Division
  /** In the order of the classes; the last is of those who said nothing, where rows do not overlap. */
  values: readonly string[]
  labels: readonly string[]
}

function fullOf(counted: CountedDivision, total: number): Full {
  const { name, options, overlaps, hiddenAlone, within } = counted
  const values = [...options.map(({ value }) => value), ...restOf(counted)]
  const said = sumOf(options.map(({ count }) => count))
  const counts = [...options.map(({ count }) => count), ...(overlaps ? [] : [total - said])]
  const alone = overlaps ? counts.map((count) => isSmall(count) || isSmall(total - count)) : hideInDivision(counts)
  const labels = [...options.map(({ label }) => label), ...(overlaps ? [] : ['No answer'])]
  return {
    counted,
    values,
    labels,
    division: {
      key: name,
      counts,
      hidden: alone.map((flag, place) => flag || hiddenAlone.has(values[place]!)),
      overlaps,
      within: values.map((value) => placeOr(values, within.get(value))),
    },
  }
}

const placeOr = (values: readonly string[], value: string | undefined) =>
  value !== undefined && values.includes(value) ? values.indexOf(value) : null

/** What was counted of both, filled up with those who said nothing of the one or of the other. */
function linkedOf({ rows: down, by, counts }: CountedPair, full: ReadonlyMap<string, Full>): LinkedCross {
  const [rows, columns] = [full.get(down), full.get(by)]
  if (!rows || !columns || columns.counted.overlaps) throw new RangeError(`${down} cannot be crossed by ${by}`)
  const inner = rows.counted.options.map(({ value }) => columns.counted.options.map((column) => counts.get(value)?.get(column.value) ?? 0))
  const lines = inner.map((line, row) => [...line, rows.division.counts[row]! - sumOf(line)])
  const rest = columns.division.counts.map((count, column) => count - sumOf(lines.map((line) => line[column]!)))
  const whole = rows.counted.overlaps ? lines : [...lines, rest]
  if (whole.some((line) => line.some((count) => count < 0))) throw new RangeError(`${down} crossed by ${by} comes to more than there are`)
  return { rows: down, columns: by, counts: whole }
}

interface Group extends PublishedLine {
  places: readonly number[]
  isOthers: boolean
}

/** What is shown of a division: each class that is not hidden, nobody's answer left out where everybody gave one; and the hidden ones as one. */
function groupsOf({ counted, division, values, labels }: Full, flags: readonly boolean[]): Group[] {
  const shown = values.flatMap((value, place) =>
    flags[place] || (value === '' && division.counts[place] === 0)
      ? []
      : [{ label: labels[place]!, total: division.counts[place]!, places: [place], isOthers: false }],
  )
  const places = values.flatMap((_, place) => (flags[place] ? [place] : []))
  if (counted.overlaps || places.length === 0) return shown
  return [...shown, { label: others, total: sumOf(places.map((place) => division.counts[place]!)), places, isOthers: true }]
}

const hiddenLabels = ({ labels, division }: Full, flags: readonly boolean[]) =>
  labels.filter((_, place) => flags[place] && division.counts[place]! > 0)

const isSmall = (count: number) => count > 0 && count < 5
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

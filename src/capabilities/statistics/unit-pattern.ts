/** What one coder said of one unit; null where they did not code it. */
export type Coded = number | string | null

/**
 * What several coders said of many units, brought to what an agreement depends on: which values were used, and how many units hold the same
 * set of answers. Ten thousand units of two coders and two values are three patterns, whatever their number.
 */
export interface Units {
  /** The values used in units that can be paired, in their order: by size for numbers, by letter for words. */
  values: readonly (number | string)[]
  /** Each distinct set of answers of a unit, two at least, as places in `values`, smallest first. */
  patterns: readonly Uint32Array[]
  /** How many units hold each pattern. */
  times: Float64Array
  /** Which pattern each unit holds; -1 for one with fewer than two answers, which cannot be paired. */
  patternOf: Int32Array
}

/**
 * Read coders × units: one row a coder, one column a unit. Numbers that stand beside words are read as words. Units with fewer than two
 * answers are left out, as Krippendorff does.
 *
 * Throws RangeError for rows of different lengths and for numbers that are not finite.
 */
export function readUnits(codersByUnits: readonly (readonly Coded[])[]): Units {
  const units = codersByUnits[0]?.length ?? 0
  for (const [coder, row] of codersByUnits.entries())
    if (row.length !== units)
      throw new RangeError(`Coder ${coder + 1} has ${row.length} units and coder 1 has ${units}: they must be the same`)

  const { values, placeOf } = pairableValues(codersByUnits, units)
  // A pattern is told apart by one number where all of them fit, which is quicker than by its text.
  const base = values.length
  const isShort = (codersByUnits.length + 1) * base ** codersByUnits.length < Number.MAX_SAFE_INTEGER
  const keyOf = (places: readonly number[]) => (isShort ? places.reduce((key, place) => key * base + place, places.length) : places.join())
  const known = new Map<number | string, number>()
  const patterns: Uint32Array[] = []
  const times: number[] = []
  const patternOf = new Int32Array(units).fill(-1)
  const given: number[] = []
  for (let unit = 0; unit < units; unit++) {
    given.length = 0
    for (const row of codersByUnits) if (row[unit] !== null) given.push(placeOf.get(row[unit]!)!)
    if (given.length < 2) continue
    given.sort((one, other) => one - other)
    const key = keyOf(given)
    let pattern = known.get(key)
    if (pattern === undefined) {
      pattern = patterns.push(Uint32Array.from(given)) - 1
      known.set(key, pattern)
      times.push(0)
    }
    times[pattern]! += 1
    patternOf[unit] = pattern
  }
  return { values, patterns, times: Float64Array.from(times), patternOf }
}

interface Values {
  values: (number | string)[]
  placeOf: ReadonlyMap<number | string, number>
}

function pairableValues(rows: readonly (readonly Coded[])[], units: number): Values {
  const values = new Set<number | string>()
  for (let unit = 0; unit < units; unit++) {
    let answers = 0
    for (const row of rows) if (row[unit] !== null) answers++
    if (answers > 1) for (const row of rows) if (row[unit] !== null) values.add(row[unit]!)
  }
  if ([...values].some((value) => typeof value === 'string')) {
    const words = [...new Set([...values].map(String))].sort()
    return { values: words, placeOf: new Map([...values].map((value) => [value, words.indexOf(String(value))])) }
  }
  const numbers = ([...values] as number[]).sort((one, other) => one - other)
  if (!numbers.every(Number.isFinite)) throw new RangeError('A value is not a number: leave it out as null')
  return { values: numbers, placeOf: new Map(numbers.map((value, place) => [value, place])) }
}

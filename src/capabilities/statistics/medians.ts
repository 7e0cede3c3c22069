/** The category at some part of the answers: two neighbours that differ where that part falls between them. Places count from 0. */
export interface Between {
  lower: number
  upper: number
}

/**
 * The median, or another quantile, of answers on a scale whose steps have an order but no size. `counts`: how many chose each step, in
 * order. Answers the lower and the upper median: the steps of the two middle answers, which are the same step unless exactly half the
 * answers are below. No step is made up between them. `part` above 0 and below 1; a quarter and three quarters give the quartiles.
 *
 * Null where nobody answered. Throws RangeError for a count that is not a whole number from 0, and a part outside 0 to 1.
 */
export function groupedMedian(counts: readonly number[], part = 0.5): Between | null {
  if (!(part > 0 && part < 1)) throw new RangeError(`A quantile is asked at ${part}; it must be between 0 and 1`)
  for (const count of counts)
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`A count must be a whole number from 0, not ${count}`)
  const all = counts.reduce((total, count) => total + count, 0)
  if (all === 0) return null
  const reached = runningTotals(counts)
  return { lower: reached.findIndex((total) => total >= all * part), upper: reached.findIndex((total) => total > all * part) }
}

/**
 * A quantile of numbers, given as how often each was answered: by straight lines between the ordered answers, as R's type 7, the default of
 * R and of spreadsheets (R. J. Hyndman and Y. Fan, 1996). `part` from 0 to 1: 0.5 is the median. Null where there are none.
 *
 * Throws RangeError for a value that is not a number, a count that is not a whole number from 0, and a part outside 0 to 1.
 */
export function quantile(answers: readonly { value: number; count: number }[], part: number): number | null {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`A quantile is asked at ${part}; it must be from 0 to 1`)
  for (const { value, count } of answers)
    if (!(Number.isFinite(value) && Number.isInteger(count) && count >= 0))
      throw new RangeError(`Not a number and how often: ${value}, ${count}`)
  const sorted = answers.filter(({ count }) => count > 0).sort((one, other) => one.value - other.value)
  const reached = runningTotals(sorted.map(({ count }) => count))
  const all = reached.at(-1) ?? 0
  if (all === 0) return null
  const at = (all - 1) * part
  const valueAt = (place: number) => sorted[reached.findIndex((total) => total > place)]!.value
  const [low, high] = [valueAt(Math.floor(at)), valueAt(Math.ceil(at))]
  return low + (at - Math.floor(at)) * (high - low)
}

function runningTotals(counts: readonly number[]): number[] {
  let total = 0
  return counts.map((count) => (total += count))
}

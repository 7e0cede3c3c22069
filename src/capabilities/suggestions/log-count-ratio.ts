import type { SparseRows } from './sparse-matrix.ts'

/**
 * How telling each column is of a class: half the distance from 0 of the log of (its share among the class ÷ its share elsewhere), each count one higher
 * than seen, and a tenth more so that nothing is lost altogether. Rows multiplied by it before a linear model is fitted make the
 * "NB-SVM" of Wang & Manning, "Baselines and bigrams" (ACL 2012), with their interpolation; the sign of the ratio makes no difference to the fit.
 *
 * @returns one number for each column, 0.1 or more
 */
export function logCountRatios({ width, count, starts, columns }: SparseRows, isOne: (row: number) => boolean): Float64Array {
  const inside = new Float64Array(width).fill(1)
  const outside = new Float64Array(width).fill(1)
  for (let row = 0; row < count; row++) {
    const seen = isOne(row) ? inside : outside
    for (let at = starts[row]!; at < starts[row + 1]!; at++) seen[columns[at]!]! += 1
  }
  const total = (counts: Float64Array) => counts.reduce((sum, one) => sum + one, 0)
  const shift = Math.log(total(outside) / total(inside))
  return inside.map((one, column) => Math.abs(Math.log(one / outside[column]!) + shift) / 2 + 0.1)
}

/** The rows with each column multiplied. */
export function timesColumns(rows: SparseRows, factors: Float64Array): SparseRows {
  const values = new Float32Array(rows.values.length)
  for (let at = 0; at < values.length; at++) values[at] = rows.values[at]! * factors[rows.columns[at]!]!
  return { ...rows, values }
}

import { type FitOptions, shuffle } from './linear-svm.ts'
import { randomFrom } from './random.ts'
import { addRow, rowTimes, type SparseRows, squaredLength } from './sparse-matrix.ts'

/**
 * Logistic regression with an L2 penalty: weights w that make ½|w|² + cost·Σ log(1 + exp(−yᵢ·w·xᵢ)) least, by coordinate descent on its dual
 * (Yu, Huang & Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models", Machine Learning 85, 2011).
 *
 * @param rows what is known of each example
 * @param isOne for each row, whether it is one of the class
 * @param cost above 0: how much an error costs beside a large weight
 * @param costOfOnes how many times as much it costs where the row is one of the class
 * @returns one weight for each column
 */
export function fitLogistic(
  rows: SparseRows,
  isOne: (row: number) => boolean,
  { cost, costOfOnes = 1, seed = 1, rounds = 5, tolerance = 0.1 }: FitOptions,
): Float64Array {
  const random = randomFrom(seed)
  const weights = new Float64Array(rows.width)
  const signs = Int8Array.from({ length: rows.count }, (_, row) => (isOne(row) ? 1 : -1))
  const costs = Float64Array.from(signs, (sign) => cost * (sign > 0 ? costOfOnes : 1))
  const curves = Float64Array.from({ length: rows.count }, (_, row) => squaredLength(rows, row))
  // Inside (0, cost), as the dual asks, and next to nought.
  const alphas = costs.map((most) => Math.min(0.001 * most, 1e-8))
  for (let row = 0; row < rows.count; row++) addRow(rows, row, signs[row]! * alphas[row]!, weights)
  const order = Int32Array.from({ length: rows.count }, (_, row) => row)

  for (let round = 0; round < rounds; round++) {
    let worst = 0
    shuffle(order, rows.count, random)
    for (const row of order) {
      const before = alphas[row]!
      const { alpha, slope } = step(before, signs[row]! * rowTimes(rows, row, weights), curves[row]!, costs[row]!)
      worst = Math.max(worst, slope)
      if (alpha === before) continue
      alphas[row] = alpha
      addRow(rows, row, (alpha - before) * signs[row]!, weights)
    }
    if (worst < tolerance) break
  }
  return weights
}

/** The best value of one dual variable while the others stand, by Newton's method kept inside (0, cost); and how far from best it was. */
function step(before: number, margin: number, curve: number, cost: number) {
  let alpha = before
  let first = 0
  for (let turn = 0; turn < 20; turn++) {
    const slope = curve * (alpha - before) + margin + Math.log(alpha / (cost - alpha))
    if (turn === 0) first = Math.abs(slope)
    if (Math.abs(slope) < 1e-3) break
    const next = alpha - slope / (curve + cost / (alpha * (cost - alpha)))
    if (next <= 0) alpha *= 0.1
    else if (next >= cost) alpha = cost - (cost - alpha) * 0.1
    else alpha = next
  }
  return { alpha, slope: first }
}

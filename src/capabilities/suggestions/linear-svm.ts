import { randomFrom } from './random.ts'
import { addRow, rowTimes, type SparseRows, squaredLength } from './sparse-matrix.ts'

export interface FitOptions {
  cost: number
  costOfOnes?: number
  seed?: number
  /** At most so many times through the rows. A few are enough: scores then go with those of the very best weights at r > 0.999. */
  rounds?: number
  tolerance?: number
}

/**
 * A linear support vector machine: weights w that make ½|w|² + Σ costᵢ·max(0, 1 − yᵢ·w·xᵢ)² least, by dual coordinate descent with shrinking
 * (Hsieh, Chang, Lin, Keerthi & Sundararajan, "A dual coordinate descent method for large-scale linear SVM", ICML 2008, algorithm 3 for the
 * L2 loss). A column of ones, where the rows have one, is the intercept, and is regularised with the rest.
 *
 * @param rows what is known of each example
 * @param isOne for each row, whether it is one of the class
 * @param cost above 0: how much an error costs beside a large weight
 * @param costOfOnes how many times as much it costs where the row is one of the class
 * @returns one weight for each column
 */
export function fitSvm(
  rows: SparseRows,
  isOne: (row: number) => boolean,
  { cost, costOfOnes = 1, seed = 1, rounds = 15, tolerance = 0.1 }: FitOptions,
): Float64Array {
  const random = randomFrom(seed)
  const weights = new Float64Array(rows.width)
  const alphas = new Float64Array(rows.count)
  const signs = Int8Array.from({ length: rows.count }, (_, row) => (isOne(row) ? 1 : -1))
  const ridges = Float64Array.from(signs, (sign) => 1 / (2 * cost * (sign > 0 ? costOfOnes : 1)))
  const curves = ridges.map((ridge, row) => squaredLength(rows, row) + ridge)
  const order = Int32Array.from({ length: rows.count }, (_, row) => row)
  let active = rows.count
  let bound = Number.POSITIVE_INFINITY

  for (let round = 0; round < rounds; round++) {
    let worst = 0
    shuffle(order, active, random)
    for (let place = 0; place < active; place++) {
      const row = order[place]!
      const slope = signs[row]! * rowTimes(rows, row, weights) - 1 + alphas[row]! * ridges[row]!
      if (alphas[row] === 0 && slope > bound) {
        active -= 1
        order[place] = order[active]!
        order[active] = row
        place -= 1
        continue
      }
      const projected = alphas[row] === 0 ? Math.min(slope, 0) : slope
      worst = Math.max(worst, Math.abs(projected))
      if (projected === 0) continue
      const before = alphas[row]!
      alphas[row] = Math.max(before - slope / curves[row]!, 0)
      addRow(rows, row, (alphas[row]! - before) * signs[row]!, weights)
    }
    bound = worst
    if (worst >= tolerance) continue
    if (active === rows.count) break
    // Those that were left out are looked at once more before it ends.
    active = rows.count
    bound = Number.POSITIVE_INFINITY
  }
  return weights
}

/** Put the first `count` in a random order (Fisher and Yates). */
export function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = order[last]!
    order[last] = order[other]!
    order[other] = held
  }
}

/** Turns a model's score into a likelihood: 1 ÷ (1 + exp(−(slope·score + shift))). */
export interface Calibration {
  slope: number
  shift: number
}

export const likelihoodOf = (logit: number) => 1 / (1 + Math.exp(-logit))

// Holds the slope near 1 where few examples would let it run away.
const stiffness = 0.05

/**
 * Platt's scaling, by the Newton steps with backtracking of Lin, Lin & Weng, "A note on Platt's probabilistic outputs for support vector
 * machines" (Machine Learning 68, 2007), with their shrunken targets, and a light pull of the slope to 1.
 *
 * @param scores scores of examples that the model was not fitted on
 * @param isOne for each score's place, whether it was one of the class
 */
export function calibrate(scores: ArrayLike<number>, isOne: (place: number) => boolean): Calibration {
  const count = scores.length
  let ones = 0
  let sum = 0
  for (let at = 0; at < count; at++) {
    if (isOne(at)) ones += 1
    sum += scores[at]!
  }
  const targets = Float64Array.from({ length: count }, (_, at) => (isOne(at) ? (ones + 1) / (ones + 2) : 1 / (count - ones + 2)))
  let now = { slope: 1, shift: Math.log((ones + 1) / (count - ones + 1)) - sum / Math.max(count, 1) }
  let loss = lossOf(scores, targets, now)
  for (let turn = 0; turn < 100; turn++) {
    const { direction, descent, steep } = newtonStep(scores, targets, now)
    if (steep < 1e-6) break
    let size = 1
    for (; size > 1e-10; size /= 2) {
      const next = { slope: now.slope + size * direction.slope, shift: now.shift + size * direction.shift }
      const nextLoss = lossOf(scores, targets, next)
      if (nextLoss >= loss + 1e-4 * size * descent) continue
      now = next
      loss = nextLoss
      break
    }
    if (size <= 1e-10) break
  }
  return now
}

function lossOf(scores: ArrayLike<number>, targets: Float64Array, { slope, shift }: Calibration): number {
  let loss = (stiffness * (slope - 1) ** 2) / 2
  for (let at = 0; at < scores.length; at++) {
    const logit = slope * scores[at]! + shift
    loss += logit >= 0 ? (1 - targets[at]!) * logit + Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit)) - targets[at]! * logit
  }
  return loss
}

function newtonStep(scores: ArrayLike<number>, targets: Float64Array, { slope, shift }: Calibration) {
  let [bySlope, byShift] = [stiffness * (slope - 1), 0]
  let [bySlopes, byBoth, byShifts] = [stiffness + 1e-9, 0, 1e-9]
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!
    const likelihood = likelihoodOf(slope * score + shift)
    const error = likelihood - targets[at]!
    const curve = likelihood * (1 - likelihood)
    bySlope += error * score
    byShift += error
    bySlopes += curve * score * score
    byBoth += curve * score
    byShifts += curve
  }
  const determinant = bySlopes * byShifts - byBoth * byBoth
  const direction = {
    slope: (byBoth * byShift - byShifts * bySlope) / determinant,
    shift: (byBoth * bySlope - bySlopes * byShift) / determinant,
  }
  const steep = Math.abs(bySlope) + Math.abs(byShift)
  return { direction, descent: bySlope * direction.slope + byShift * direction.shift, steep }
}

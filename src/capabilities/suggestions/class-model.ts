import { type Calibration, calibrate } from './calibration.ts'
import { richBlocks } from './feature.ts'
import { fitSvm } from './linear-svm.ts'
import { logCountRatios, timesColumns } from './log-count-ratio.ts'
import { fitLogistic } from './logistic-model.ts'
import type { Recipe } from './training.ts'

// By cross-validation on comments of patients; twice or half as much changes little.
const svmCost = 0.3
const logisticCost = 6
const mostCostOfOnes = 10

/** Two linear models of each class, both on columns weighed by how telling they are of the class; to miss one of a rare class costs more. */
export const richRecipe: Recipe = {
  blocks: richBlocks,
  fit(rows, isOne, seed) {
    const ratios = logCountRatios(rows, isOne)
    const weighed = timesColumns(rows, ratios)
    const ones = Array.from({ length: rows.count }, (_, row) => Number(isOne(row))).reduce((sum, one) => sum + one, 0)
    const costOfOnes = Math.min(Math.max(Math.sqrt((rows.count - ones) / (ones + 1)), 1), mostCostOfOnes)
    return [
      fitSvm(weighed, isOne, { cost: svmCost, costOfOnes, seed }),
      fitLogistic(weighed, isOne, { cost: logisticCost, costOfOnes, seed }),
    ].map((weights) => weights.map((weight, column) => weight * ratios[column]!))
  },
}

/** A calibration for the scores of each model of a class. */
export const calibrateAll = (scores: readonly Float64Array[], isOne: (row: number) => boolean): Calibration[] =>
  scores.map((one) => calibrate(one, isOne))

/** The models of a class and their calibrations as one set of weights, whose product with a row is the mean of their log-odds; the last column is always 1. */
export function mergeWeights(models: readonly Float64Array[], by: readonly Calibration[]): Float32Array {
  const merged = Float32Array.from(
    models[0]!,
    (_, column) => by.reduce((sum, { slope }, at) => sum + slope * models[at]![column]!, 0) / by.length,
  )
  merged[merged.length - 1]! += by.reduce((sum, { shift }) => sum + shift, 0) / by.length
  return merged
}

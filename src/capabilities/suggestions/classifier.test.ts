import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calibrate, likelihoodOf } from './calibration.ts'
import { foldsByPerson } from './fold.ts'
import { fitSvm } from './linear-svm.ts'
import { logCountRatios } from './log-count-ratio.ts'
import { fitLogistic } from './logistic-model.ts'
import { sparseRows, timesWeights } from './sparse-matrix.ts'
import { bestThreshold, thresholdFor } from './threshold.ts'

// Four points on a line, with a column of ones: x = −2, −1, 1, 2; those right of nought are of the class.
const line = [-2, -1, 1, 2]
const rows = sparseRows(
  line.map((x) => ({ columns: [0, 1], values: [x, 1] })),
  2,
)
const isRight = (row: number) => line[row]! > 0

test('INS-2: the support vector machine finds the weights that make its objective least', () => {
  const cost = 0.5
  const [slope, shift] = fitSvm(rows, isRight, { cost, rounds: 2000, tolerance: 1e-9 })
  const objective = (w: number, b: number) =>
    (w * w + b * b) / 2 + cost * line.reduce((sum, x) => sum + Math.max(0, 1 - Math.sign(x) * (w * x + b)) ** 2, 0)
  // By hand: with b = 0 and the two outer points beyond the margin, w/2·w + 2·cost·(1 − w)² is least where w = 4·cost ÷ (1 + 4·cost) = 2/3.
  assert.ok(Math.abs(slope! - 2 / 3) < 1e-6)
  assert.ok(Math.abs(shift!) < 1e-6)
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), (w, b) => {
      assert.ok(objective(slope!, shift!) <= objective(w, b) + 1e-9)
    }),
  )
})

test('INS-2: logistic regression finds the weights that make its objective least', () => {
  const cost = 2
  const [slope, shift] = fitLogistic(rows, isRight, { cost, rounds: 2000, tolerance: 1e-9 })
  const objective = (w: number, b: number) =>
    (w * w + b * b) / 2 + cost * line.reduce((sum, x) => sum + Math.log1p(Math.exp(-Math.sign(x) * (w * x + b))), 0)
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: -4, max: 4, noNaN: true }), (w, b) => {
      assert.ok(objective(slope!, shift!) <= objective(w, b) + 1e-6)
    }),
  )
})

test('INS-2: to miss one of a class that costs more moves the line towards the others', () => {
  for (const method of [fitSvm, fitLogistic]) {
    const [plain, dear] = [1, 10].map(
      (costOfOnes) =>
        timesWeights(
          rows,
          method(rows, (row) => row === 2, { cost: 0.5, costOfOnes }),
        )[2]!,
    )
    assert.ok(dear! > plain!)
  }
})

test('INS-2: a column that only the class has tells most', () => {
  const some = sparseRows(
    [
      [0, 2],
      [0, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ].map((columns) => ({ columns, values: columns.map(() => 1) })),
    3,
  )
  const [own, others, everybody] = logCountRatios(some, (row) => row < 2)
  assert.ok(own! > everybody! && others! > everybody! && everybody! >= 0.1)
})

test('INS-2: calibrated likelihoods rise with the score and say on average what share was of the class', () => {
  const scores = Float64Array.from({ length: 400 }, (_, at) => at / 200 - 1)
  const isOne = (at: number) => (at * 7919) % 400 < at
  const { slope, shift } = calibrate(scores, isOne)
  const likelihoods = scores.map((score) => likelihoodOf(slope * score + shift))
  assert.ok(slope > 0)
  const share = [...scores.keys()].filter(isOne).length / 400
  assert.ok(Math.abs(likelihoods.reduce((sum, one) => sum + one, 0) / 400 - share) < 0.01)
})

test('INS-2: scores of nobody, or of one kind only, are calibrated without running away', () => {
  for (const scores of [[], [0.3], [1, 2, 3]])
    for (const all of [true, false]) {
      const { slope, shift } = calibrate(scores, () => all)
      assert.ok(Number.isFinite(slope) && Number.isFinite(shift))
    }
})

test('INS-2: nobody falls into two folds, every fold is used, and the order of rows does not matter', () => {
  const people = fc.array(fc.stringMatching(/^[a-f]$/), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 6 }), fc.nat(1000), (all, folds, seed) => {
      const dealt = foldsByPerson(all, { folds, seed })
      const foldOf = new Map(all.map((person, at) => [person, dealt[at]]))
      assert.ok(all.every((person, at) => foldOf.get(person) === dealt[at]))
      assert.equal(new Set(dealt).size, Math.min(folds, new Set(all).size))
      assert.deepEqual([...foldsByPerson(all.toReversed(), { folds, seed })], [...dealt].reverse())
    }),
  )
})

test('INS-2: the more texts have a theme, the surer it must be to be offered', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(500), fc.nat(500), (all, one, more) => {
      assert.ok(thresholdFor(one, all) <= thresholdFor(one + more, all))
      assert.ok(thresholdFor(one, all) >= 0.1 && thresholdFor(one, all) <= 0.4)
    }),
  )
})

test('INS-2: no threshold has a better F1 than the one found', () => {
  const cases = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), isOne: fc.boolean() }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(cases, (all) => {
      const ones = all.filter((one) => one.isOne).length
      const scoreAt = (threshold: number) => {
        const offered = all.filter(({ score }) => score >= threshold)
        return (2 * offered.filter((one) => one.isOne).length) / (offered.length + ones || 1)
      }
      const { best } = bestThreshold(
        all.map(({ score }) => score),
        (at) => all[at]!.isOne,
      )
      assert.equal(best === null, ones === 0)
      if (best !== null) for (let threshold = -0.5; threshold < 10; threshold++) assert.ok(scoreAt(best) >= scoreAt(threshold))
    }),
  )
})

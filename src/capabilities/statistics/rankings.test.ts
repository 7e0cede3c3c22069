import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupedMedian, quantile } from './medians.ts'
import { bordaScores, firstPreferences } from './rankings.ts'

const options = ['Bus', 'Parking', 'Later hours', 'Phone']
const ballots = fc.array(fc.record({ ranked: fc.shuffledSubarray(options), count: fc.nat(50) }), { maxLength: 12 })

test('INS-3: Borda’s points go by place, and a first preference is a first place', () => {
  const given = [
    { ranked: ['Bus', 'Parking', 'Later hours', 'Phone'], count: 2 },
    { ranked: ['Parking', 'Bus', 'Phone', 'Later hours'], count: 1 },
  ]
  assert.deepEqual(
    bordaScores(given, options).map(({ option, points }) => [option, points]),
    [
      ['Bus', 8],
      ['Parking', 7],
      ['Later hours', 2],
      ['Phone', 1],
    ],
  )
  assert.deepEqual(
    firstPreferences(given, options).firsts.map(({ count }) => count),
    [2, 1, 0, 0],
  )
})

test('INS-3: what a ballot leaves off shares what is left, and one that ranks nothing is not counted', () => {
  const scores = bordaScores(
    [
      { ranked: ['Bus'], count: 1 },
      { ranked: [], count: 5 },
    ],
    options,
  )
  assert.deepEqual(
    scores.map(({ option, mean }) => [option, mean]),
    [
      ['Bus', 3],
      ['Parking', 1],
      ['Later hours', 1],
      ['Phone', 1],
    ],
  )
  assert.equal(firstPreferences([{ ranked: [], count: 5 }], options).blank, 5)
})

test('INS-3: every ballot gives the same points, whatever it leaves off', () => {
  fc.assert(
    fc.property(ballots, (given) => {
      const counted = given.reduce((all, { ranked, count }) => all + (ranked.length > 0 ? count : 0), 0)
      const points = bordaScores(given, options).reduce((all, score) => all + score.points, 0)
      assert.ok(Math.abs(points - 6 * counted) < 1e-9)
      const { firsts, blank } = firstPreferences(given, options)
      assert.equal(
        firsts.reduce((all, { count }) => all + count, blank),
        given.reduce((all, { count }) => all + count, 0),
      )
    }),
  )
})

test('INS-3: a ballot that ranks what is not there, or one thing twice, is refused', () => {
  assert.throws(() => bordaScores([{ ranked: ['Tram'], count: 1 }], options), /“Tram”, which is not an option/)
  assert.throws(() => firstPreferences([{ ranked: ['Bus', 'Bus'], count: 1 }], options), /“Bus” twice/)
  assert.throws(() => bordaScores([{ ranked: [], count: -1 }], options), RangeError)
})

test('INS-3: the median of a scale is the step of the middle answers, and both where they differ', () => {
  assert.deepEqual(groupedMedian([1, 1, 1]), { lower: 1, upper: 1 })
  assert.deepEqual(groupedMedian([2, 0, 2]), { lower: 0, upper: 2 })
  assert.deepEqual(groupedMedian([3, 0, 0, 5], 0.25), { lower: 0, upper: 0 })
  assert.equal(groupedMedian([0, 0]), null)
  assert.throws(() => groupedMedian([-1]), RangeError)
  assert.throws(() => groupedMedian([1], 1), RangeError)
})

test('INS-3: the median of a scale is that of the answers laid out in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }), (counts) => {
      const row = counts.flatMap((count, step) => Array<number>(count).fill(step))
      const middle = [row[Math.ceil(row.length / 2) - 1], row[Math.floor(row.length / 2)]]
      assert.deepEqual(groupedMedian(counts), row.length === 0 ? null : { lower: middle[0], upper: middle[1] })
    }),
  )
})

test('INS-3: quartiles of numbers are those of R and of a spreadsheet', () => {
  const given = [
    { value: 4, count: 1 },
    { value: 1, count: 1 },
    { value: 2, count: 2 },
  ]
  assert.deepEqual(
    [0, 0.25, 0.5, 0.75, 1].map((part) => quantile(given, part)),
    [1, 1.75, 2, 2.5, 4],
  )
  assert.equal(quantile([{ value: 4, count: 0 }], 0.5), null)
  assert.throws(() => quantile(given, 2), RangeError)
  assert.throws(() => quantile([{ value: Number.NaN, count: 1 }], 0.5), RangeError)
})

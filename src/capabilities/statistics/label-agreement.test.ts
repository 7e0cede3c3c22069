import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { studentT95 } from './beta.ts'
import { labelAgreement } from './label-agreement.ts'

const labels = fc.array(fc.constantFrom('parking', 'staff', 'waiting', 'food'), { maxLength: 4 })
const comments = fc.array(fc.tuple(labels, labels), { minLength: 1, maxLength: 30 })

test('INS-1: a comment’s F1 is twice what is shared over what was given together', () => {
  assert.deepEqual(labelAgreement([['parking', 'staff']], [['staff']]), { f1Mean: 2 / 3, interval: null, n: 1 })
  assert.equal(labelAgreement([['parking']], [['staff']]).f1Mean, 0)
  assert.equal(labelAgreement([['staff', 'staff']], [['staff']]).f1Mean, 1)
})

test('INS-1: two who both give no label agree', () => {
  assert.equal(labelAgreement([[]], [[]]).f1Mean, 1)
  assert.equal(labelAgreement([[]], [['staff']]).f1Mean, 0)
})

test('INS-1: the interval holds the mean and stays within 0 and 1, and it does not matter who is first', () => {
  fc.assert(
    fc.property(comments, (pairs) => {
      const [one, other] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
      const found = labelAgreement(one, other)
      assert.deepEqual(labelAgreement(other, one), found)
      assert.equal(found.interval === null, pairs.length === 1)
      if (found.interval) assert.ok(0 <= found.interval[0] && found.interval[0] <= found.f1Mean! && found.f1Mean! <= found.interval[1])
      assert.ok((found.interval?.[1] ?? 1) <= 1)
    }),
  )
})

test('INS-1: three comments alike do not make certain', () => {
  const { f1Mean, interval } = labelAgreement([['a'], ['b'], ['c']], [['a'], ['b'], ['c']])
  assert.equal(f1Mean, 1)
  assert.ok(Math.abs(interval![0] - 0.4385) < 1e-4 && interval![1] === 1)
})

test('INS-1: lists of different lengths are refused, and none give nothing', () => {
  assert.throws(() => labelAgreement([[]], []), /1 comments expected and 0 got/)
  assert.deepEqual(labelAgreement([], []), { f1Mean: null, interval: null, n: 0 })
})

test('INS-1: Student’s t is as tables print it', () => {
  for (const [df, t] of [
    [1, 12.7062],
    [2, 4.3027],
    [10, 2.2281],
    [29, 2.0452],
    [199, 1.972],
    [1e6, 1.96],
  ] as const)
    assert.ok(Math.abs(studentT95(df) - t) < 5e-5, `${df}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differenceOfShares, exactInterval, wilsonCorrected, wilsonInterval } from './proportions.ts'

const share = fc.integer({ min: 1, max: 2000 }).chain((n) => fc.record({ x: fc.nat(n), n: fc.constant(n) }))

test('INS-3: every interval holds its share within 0 and 1, and those who did not say it have the mirror of it', () => {
  fc.assert(
    fc.property(share, fc.constantFrom(wilsonInterval, wilsonCorrected, exactInterval), ({ x, n }, interval) => {
      const [low, high] = interval(x, n)
      assert.ok(0 <= low && low <= x / n && x / n <= high && high <= 1)
      const [mirrorLow, mirrorHigh] = interval(n - x, n)
      assert.ok(Math.abs(mirrorLow - (1 - high)) < 1e-9 && Math.abs(mirrorHigh - (1 - low)) < 1e-9)
    }),
  )
})

test('INS-3: the same share of more people has a narrower interval', () => {
  fc.assert(
    fc.property(share, ({ x, n }) => {
      const [low, high] = wilsonInterval(x, n)
      const [lowTen, highTen] = wilsonInterval(10 * x, 10 * n)
      assert.ok(highTen - lowTen < high - low)
    }),
  )
})

test('INS-3: differences of shares have the intervals of Newcombe’s table II', () => {
  const published: [number, number, number, number, number, number][] = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ]
  for (const [x, n, y, m, low, high] of published) {
    const { difference, interval } = differenceOfShares({ x, n }, { x: y, n: m })
    assert.ok(Math.abs(difference - (x / n - y / m)) < 1e-12)
    assert.ok(Math.abs(interval[0] - low) < 5e-5 && Math.abs(interval[1] - high) < 5e-5, String(interval))
  }
})

test('INS-3: a difference turned round is the same the other way, and never beyond all and nobody', () => {
  fc.assert(
    fc.property(share, share, (one, other) => {
      const { difference, interval } = differenceOfShares(one, other)
      const turned = differenceOfShares(other, one)
      assert.ok(Math.abs(turned.difference + difference) < 1e-12 && Math.abs(turned.interval[0] + interval[1]) < 1e-12)
      assert.ok(-1 - 1e-12 <= interval[0] && interval[0] <= difference && difference <= interval[1] && interval[1] <= 1 + 1e-12)
    }),
  )
})

test('INS-3: what is no share is refused', () => {
  for (const [x, n] of [
    [1, 0],
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [0, Number.NaN],
  ] as const)
    assert.throws(() => wilsonInterval(x, n), RangeError)
})

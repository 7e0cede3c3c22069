import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isDue, nextAt, type Standing } from './due.ts'

const now = new Date('2026-03-10T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const standing = (changed: Partial<Standing>): Standing => ({
  now,
  coded: 100,
  frameVersion: 3,
  themes: 8,
  model: { comments: 100, frameVersion: 3, learnedAt: ago(60) },
  failedAt: null,
  ...changed,
})

test('INS-2: a frame with themes is learned at once, from what they mean, before anything was coded', () => {
  assert.equal(isDue(standing({ model: null, coded: 0 })), true)
  assert.equal(isDue(standing({ model: null, coded: 0, themes: 0 })), false)
})

test('INS-2: it is learned again after the first twenty comments, and then after a quarter or two hundred more', () => {
  assert.deepEqual([0, 19, 20, 100, 800, 4000].map(nextAt), [20, 20, 25, 125, 1000, 4200])
  assert.equal(isDue(standing({ coded: 124 })), false)
  assert.equal(isDue(standing({ coded: 125 })), true)
})

test('INS-2: the more it learned from, the later it is learned again, and never later than two hundred comments', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      assert.ok(nextAt(less) <= nextAt(more))
      assert.ok(nextAt(one) > one && nextAt(one) <= one + 200)
    }),
  )
})

test('INS-2: what was taken back is unlearned: with fewer comments than it learned from, it learns again', () => {
  assert.equal(isDue(standing({ coded: 99 })), true)
})

test('INS-2: a changed frame is learned again, after ten quiet minutes where that takes long', () => {
  const model = { comments: 100, frameVersion: 2, learnedAt: ago(9) }
  assert.equal(isDue(standing({ model })), false)
  assert.equal(isDue(standing({ model: { ...model, learnedAt: ago(10) } })), true)
  assert.equal(isDue(standing({ coded: 3, model: { ...model, comments: 3 } })), true)
})

test('INS-2: a frame that could not be learned rests for six hours', () => {
  assert.equal(isDue(standing({ coded: 900, failedAt: ago(359) })), false)
  assert.equal(isDue(standing({ coded: 900, failedAt: ago(360) })), true)
})

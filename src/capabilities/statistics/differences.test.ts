import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareGroups, sizeOfDifference } from './differences.ts'

const groups = [
  { label: 'Drivers', count: 40, of: 200 },
  { label: 'Bus users', count: 90, of: 150 },
  { label: 'Cyclists', count: 5, of: 12 },
]

test('INS-3: groups stand beside the first, in points and in words, and a group of twelve as numbers', () => {
  const [drivers, bus, cyclists] = compareGroups(groups, { sampled: false })
  assert.deepEqual([drivers!.share, drivers!.difference], [0.2, null])
  assert.equal(Math.round(bus!.difference!.points), 40)
  assert.equal(bus!.difference!.words, 'large')
  assert.deepEqual([cyclists!.share, cyclists!.difference], [null, null])
})

test('INS-3: an interval of a difference is given only where a sample is claimed', () => {
  assert.equal(compareGroups(groups, { sampled: false })[1]!.difference!.interval, null)
  const [low, high] = compareGroups(groups, { sampled: true })[1]!.difference!.interval!
  assert.ok(low > 29 && low < 40 && high > 40 && high < 50)
})

test('INS-3: the size of a difference has Cohen’s words', () => {
  assert.deepEqual(
    [0.5, 0.6, 0.75, 0.9].map((share) => sizeOfDifference(share, 0.5).words),
    ['none to speak of', 'small', 'medium', 'large'],
  )
  assert.equal(sizeOfDifference(1, 0).h, Math.PI)
  assert.throws(() => sizeOfDifference(1.1, 0.5), RangeError)
  assert.throws(() => compareGroups([{ label: 'All', count: 3, of: 2 }], { sampled: false }), /All must have a whole number/)
})

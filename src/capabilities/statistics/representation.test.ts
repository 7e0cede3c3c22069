import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chiSquareAbove } from './gamma.ts'
import { represent } from './representation.ts'

const groups = fc.array(fc.record({ label: fc.string(), count: fc.nat(200), population: fc.integer({ min: 1, max: 100_000 }) }), {
  minLength: 2,
  maxLength: 8,
})

test('PEO-9: twelve people are twelve, and no percentage', () => {
  const found = represent([
    { label: 'Women', count: 12, population: 500 },
    { label: 'Men', count: 0, population: 500 },
  ])
  assert.equal(found.tooFewForShares, true)
  assert.equal(found.people, 12)
  assert.deepEqual(found.chiSquare, { notValid: 'There are only 12 people: too few to test' })
  for (const { share, gap, index, residual } of found.groups) assert.deepEqual([share, gap, index, residual], [null, null, null, null])
  assert.deepEqual([found.dissimilarity, found.cramersV], [null, null])
})

test('PEO-9: a test is given only where every group would have five people, and says which would not', () => {
  const found = represent([
    { label: 'White', count: 60, population: 960 },
    { label: 'Roma', count: 3, population: 40 },
  ])
  assert.deepEqual(found.chiSquare, {
    notValid: 'A test needs at least 5 people to be expected in every group, and for Roma it would be 2.5',
  })
  assert.ok(Math.abs(found.groups[1]!.gap! - (100 * 3) / 63 + 4) < 1e-9)
})

test('PEO-9: people in a group of which the population has none are shown and not divided by', () => {
  const found = represent([
    { label: 'Here', count: 30, population: 100 },
    { label: 'Elsewhere', count: 10, population: 0 },
  ])
  assert.deepEqual([found.groups[1]!.index, found.groups[1]!.residual, found.cramersV], [null, null, null])
  assert.ok('notValid' in found.chiSquare)
  assert.equal(found.groups[1]!.gap, 25)
})

test('PEO-9: gaps add up to nought, and the same shares as the population differ in nothing', () => {
  fc.assert(
    fc.property(groups, (some) => {
      const found = represent(some)
      const gaps = found.groups.map(({ gap }) => gap ?? 0)
      assert.ok(Math.abs(gaps.reduce((all, gap) => all + gap, 0)) < 1e-9)
      assert.ok((found.dissimilarity ?? 0) >= 0 && (found.dissimilarity ?? 0) <= 1)

      const alike = represent(some.map((group) => ({ ...group, population: group.count + 1, count: group.count + 1 })))
      if (!alike.tooFewForShares) assert.ok(alike.dissimilarity! < 1e-12 && alike.cramersV! < 1e-9)
      if ('p' in alike.chiSquare) assert.ok(alike.chiSquare.p > 1 - 1e-9)
    }),
  )
})

test('PEO-9: the chance of a chi-square is as tables print it', () => {
  const printed: [number, number, number][] = [
    [3.841459, 1, 0.05],
    [16.81189, 6, 0.01],
    [18.30704, 10, 0.05],
    [0.7107, 4, 0.95],
    [124.3421, 100, 0.05],
  ]
  for (const [x, df, p] of printed) assert.ok(Math.abs(chiSquareAbove(x, df) - p) < 1e-5, `${x} at ${df}`)
})

test('PEO-9: what is no population is refused', () => {
  const one = { label: 'Women', count: 3, population: 5 }
  assert.throws(() => represent([one]), /two groups or more/)
  assert.throws(() => represent([one, { ...one, count: 1.5 }]), /whole number/)
  assert.throws(() => represent([one, { ...one, population: -1 }]), /from 0, not -1/)
  assert.throws(
    () =>
      represent([
        { ...one, population: 0 },
        { ...one, population: 0 },
      ]),
    /nobody/,
  )
})

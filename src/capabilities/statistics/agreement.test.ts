import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { krippendorffAlpha, type Level } from './agreement.ts'
import { alphaInterval } from './agreement-interval.ts'
import { cohenKappa, fleissKappa, percentAgreement, scottPi } from './kappa.ts'
import type { Coded } from './unit-pattern.ts'

const levels: Level[] = ['nominal', 'ordinal', 'interval', 'ratio']
const near = (one: number | null, other: number | null) => (one === null || other === null ? one === other : Math.abs(one - other) < 1e-9)

/** Coders by units, a good part of it missing. */
const codersByUnits = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 9 }))
  .chain(([coders, units]) =>
    fc.array(fc.array(fc.option(fc.nat(4), { freq: 3 }), { minLength: units, maxLength: units }), { minLength: coders, maxLength: coders }),
  )

/** Alpha by the book: the coincidence matrix, pair by pair, and the distances of each level as they are defined. */
function byTheBook(rows: (number | null)[][], level: Level): number | null {
  const values = [...new Set(rows.flat().filter((value) => value !== null))].sort((a, b) => a - b)
  const matrix = values.map(() => values.map(() => 0))
  for (let unit = 0; unit < (rows[0]?.length ?? 0); unit++) {
    const given = rows.map((row) => row[unit]).filter((value) => value !== null) as number[]
    for (const [i, one] of given.entries())
      for (const [j, other] of given.entries()) if (i !== j) matrix[values.indexOf(one)]![values.indexOf(other)]! += 1 / (given.length - 1)
  }
  const n = matrix.map((row) => row.reduce((all, count) => all + count, 0))
  const all = n.reduce((total, count) => total + count, 0)
  const distance: Record<Level, (c: number, k: number) => number> = {
    nominal: (c, k) => (c === k ? 0 : 1),
    ordinal: (c, k) => (n.slice(c, k + 1).reduce((total, count) => total + count, 0) - (n[c]! + n[k]!) / 2) ** 2,
    interval: (c, k) => (values[c]! - values[k]!) ** 2,
    ratio: (c, k) => (c === k ? 0 : ((values[c]! - values[k]!) / (values[c]! + values[k]!)) ** 2),
  }
  let [observed, expected] = [0, 0]
  for (let c = 0; c < values.length; c++)
    for (let k = c; k < values.length; k++) {
      observed += matrix[c]![k]! * distance[level](c, k)
      expected += (n[c]! * n[k]! * distance[level](c, k)) / (all - 1)
    }
  return expected > 0 ? 1 - observed / expected : null
}

test('INS-1: alpha is what the coincidence matrix gives, on every level, whatever is missing', () => {
  fc.assert(
    fc.property(codersByUnits, fc.constantFrom(...levels), (rows, level) =>
      assert.ok(near(krippendorffAlpha(rows, level), byTheBook(rows, level)), `${krippendorffAlpha(rows, level)}`),
    ),
    { numRuns: 500 },
  )
})

test('INS-1: neither the order of coders nor of units changes alpha', () => {
  fc.assert(
    fc.property(codersByUnits, fc.constantFrom(...levels), (rows, level) => {
      const alpha = krippendorffAlpha(rows, level)
      assert.ok(near(krippendorffAlpha(rows.toReversed(), level), alpha))
      assert.ok(
        near(
          krippendorffAlpha(
            rows.map((row) => row.toReversed()),
            level,
          ),
          alpha,
        ),
      )
    }),
  )
})

test('INS-1: each level keeps what its scale keeps: names, order, distance, ratio', () => {
  const asWords = (value: number | null) => (value === null ? null : `theme ${value}`)
  fc.assert(
    fc.property(codersByUnits, (rows) => {
      const changed = (change: (value: number) => number) => rows.map((row) => row.map((value) => (value === null ? null : change(value))))
      assert.ok(
        near(
          krippendorffAlpha(
            rows.map((row) => row.map(asWords)),
            'nominal',
          ),
          krippendorffAlpha(rows, 'nominal'),
        ),
      )
      assert.ok(
        near(
          krippendorffAlpha(
            changed((value) => value ** 3),
            'ordinal',
          ),
          krippendorffAlpha(rows, 'ordinal'),
        ),
      )
      assert.ok(
        near(
          krippendorffAlpha(
            changed((value) => 1e6 - 3 * value),
            'interval',
          ),
          krippendorffAlpha(rows, 'interval'),
        ),
      )
      assert.ok(
        near(
          krippendorffAlpha(
            changed((value) => 7 * value),
            'ratio',
          ),
          krippendorffAlpha(rows, 'ratio'),
        ),
      )
    }),
  )
})

test('INS-1: coders who never differ have an alpha of 1, and a unit that one alone coded changes nothing', () => {
  const alike: Coded[][] = [
    [1, 2, 3, null],
    [1, 2, 3, 4],
  ]
  for (const level of levels) assert.equal(krippendorffAlpha(alike, level), 1)
})

test('INS-1: alpha is null where it is not defined', () => {
  assert.equal(krippendorffAlpha([], 'nominal'), null)
  assert.equal(
    krippendorffAlpha(
      [
        [1, 2],
        [null, null],
      ],
      'nominal',
    ),
    null,
  )
  assert.equal(
    krippendorffAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
    ),
    null,
  )
  assert.equal(
    krippendorffAlpha(
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      'interval',
    ),
    null,
  )
  assert.equal(
    krippendorffAlpha(
      [
        [-1, 2],
        [-1, 2],
      ],
      'ratio',
    ),
    null,
  )
})

test('INS-1: coders with different numbers of units, and numbers that are none, are refused', () => {
  assert.throws(() => krippendorffAlpha([[1, 2], [1]], 'nominal'), /Coder 2 has 1 units and coder 1 has 2/)
  assert.throws(
    () =>
      krippendorffAlpha(
        [
          [1, Number.NaN],
          [1, 2],
        ],
        'interval',
      ),
    RangeError,
  )
})

test('INS-1: numbers beside words are names, whoever wrote them how', () => {
  assert.equal(
    krippendorffAlpha(
      [
        [1, 'other', 2],
        ['1', 'other', '2'],
      ],
      'nominal',
    ),
    1,
  )
})

const wobbly = (units: number) => {
  const one = Array.from({ length: units }, (_, unit) => unit % 3)
  return [one, one.map((value, unit) => (unit % 5 === 0 ? (value + 1) % 3 : value))]
}

test('INS-1: alpha’s interval holds it, narrows with more units, and is the same each time', () => {
  for (const level of levels) {
    const [few, many] = [alphaInterval(wobbly(40), level)!, alphaInterval(wobbly(4000), level)!]
    const alpha = krippendorffAlpha(wobbly(4000), level)!
    assert.ok(many[0] < alpha && alpha < many[1] && many[1] <= 1)
    assert.ok(many[1] - many[0] < (few[1] - few[0]) / 5)
    assert.deepEqual(alphaInterval(wobbly(40), level), few)
  }
})

test('INS-1: neither the order of coders nor of units changes the interval', () => {
  fc.assert(
    fc.property(codersByUnits, fc.constantFrom(...levels), (rows, level) => {
      const turned = rows.toReversed().map((row) => row.toReversed())
      const [one, other] = [alphaInterval(rows, level), alphaInterval(turned, level)]
      assert.equal(one === null, other === null)
      for (const end of [0, 1] as const) assert.ok(near(one?.[end] ?? null, other?.[end] ?? null))
    }),
    { numRuns: 40 },
  )
})

test('INS-1: units that belong together are drawn together, and then say less', () => {
  const [one, other] = wobbly(60) as [number[], number[]]
  const twice = [
    [...one, ...one],
    [...other, ...other],
  ]
  const units = [...one.keys()]
  const [low, high] = alphaInterval(twice, 'nominal', [...units, ...units])!
  const [apartLow, apartHigh] = alphaInterval(twice, 'nominal')!
  assert.ok(high - low > 1.2 * (apartHigh - apartLow))
})

test('INS-1: a value so rare that many draws miss it has no interval, nor have coders who never differ', () => {
  const rare = [...Array<number>(39).fill(0), 1]
  const once = rare.toSpliced(0, 1, 1)
  assert.ok(krippendorffAlpha([rare, once], 'nominal')! < 1)
  assert.equal(alphaInterval([rare, once], 'nominal'), null)
  const [one] = wobbly(40) as [number[]]
  assert.equal(krippendorffAlpha([one, one], 'nominal'), 1)
  assert.equal(alphaInterval([one, one], 'nominal'), null)
  assert.equal(alphaInterval([[1], [2]], 'nominal'), null)
  assert.equal(
    alphaInterval(
      [
        [1, 1],
        [1, 1],
      ],
      'nominal',
    ),
    null,
  )
})

test('INS-1: kappas are null where chance alone would agree, and never above 1', () => {
  const values = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(values, (pairs) => {
      const [one, other] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
      for (const kappa of [cohenKappa(one, other), scottPi(one, other), fleissKappa([one, other])?.kappa ?? null])
        assert.ok(kappa === null ? new Set(pairs.flat()).size === 1 : kappa <= 1 + 1e-12)
      assert.ok(near(scottPi(one, other), fleissKappa([one, other])?.kappa ?? null))
    }),
  )
  assert.equal(percentAgreement([[null], [1]]), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rake, rakeCells } from './raking.ts'

const ages = ['Under 50', '50 and over']
const sexes = ['Women', 'Men', 'Another way']
const everyone = ages.flatMap((age) => sexes.map((sex) => ({ age, sex })))
const person = fc.record({ age: fc.constantFrom(...ages), sex: fc.constantFrom(...sexes) })
/** One of each kind at least, so that every margin can be met. */
const people = fc.array(person, { maxLength: 60 }).map((some) => [...everyone, ...some])
const totals = (names: string[]) => fc.tuple(...names.map(() => fc.integer({ min: 1, max: 50 }))).map((all) => share(names, all))
const share = (names: string[], all: number[]) => {
  const sum = all.reduce((total, one) => total + one, 0)
  return Object.fromEntries(names.map((name, at) => [name, (1000 * all[at]!) / sum]))
}
const margins = fc.record({ age: totals(ages), sex: totals(sexes) })

const weighted = (rows: Record<string, string>[], weights: readonly number[], margin: string, value: string) =>
  rows.reduce((all, row, place) => (row[margin] === value ? all + weights[place]! : all), 0)

test('INS-4: weighted people match every margin, whoever they are', () => {
  fc.assert(
    fc.property(people, margins, (rows, margins) => {
      const { weights, kishEffect, effectiveSize, departure } = rake({ rows, margins })
      for (const [margin, wanted] of Object.entries(margins))
        for (const [value, total] of Object.entries(wanted)) assert.ok(Math.abs(weighted(rows, weights, margin, value) - total) < 1e-5)
      assert.ok(kishEffect >= 1 - 1e-9 && effectiveSize <= rows.length + 1e-6 && departure < 1e-8)
      assert.ok(weights.every((weight) => weight > 0))
    }),
  )
})

test('INS-4: people alike have one weight, and their order does not matter', () => {
  fc.assert(
    fc.property(people, margins, (rows, margins) => {
      const { weights } = rake({ rows, margins })
      const turned = rake({ rows: rows.toReversed(), margins }).weights.toReversed()
      for (const [place, weight] of weights.entries()) assert.ok(Math.abs(weight - turned[place]!) < 1e-6 * weight)
      const alike = Map.groupBy(weights.keys(), (place) => `${rows[place]!.age} ${rows[place]!.sex}`)
      for (const places of alike.values()) assert.equal(new Set(places.map((place) => weights[place])).size, 1)
    }),
  )
})

test('INS-4: counts of each combination are weighted as the people themselves', () => {
  fc.assert(
    fc.property(people, margins, fc.option(fc.double({ min: 1.2, max: 5, noNaN: true }), { nil: undefined }), (rows, margins, trim) => {
      const cells = everyone.map((values) => ({
        values,
        count: rows.filter((row) => row.age === values.age && row.sex === values.sex).length,
      }))
      const [byCell, byRow] = [rakeCells({ cells, margins, trim }), rake({ rows, margins, trim })]
      for (const [place, row] of rows.entries()) {
        const cell = cells.findIndex(({ values }) => values.age === row.age && values.sex === row.sex)
        assert.ok(Math.abs(byCell.weights[cell]! - byRow.weights[place]!) < 1e-6)
      }
      assert.equal(byCell.trimmed, byRow.trimmed)
    }),
  )
})

test('INS-4: no weight is above the cap, and what the cap costs the margins is said', () => {
  fc.assert(
    fc.property(people, margins, fc.double({ min: 1.1, max: 4, noNaN: true }), (rows, margins, trim) => {
      const found = rake({ rows, margins, trim })
      assert.ok(found.largest <= (1000 * trim * (1 + 1e-6)) / rows.length)
      const gaps = Object.entries(margins).flatMap(([margin, wanted]) =>
        Object.entries(wanted).map(([value, total]) => Math.abs(weighted(rows, found.weights, margin, value) - total) / 1000),
      )
      assert.ok(Math.abs(Math.max(...gaps) - found.departure) < 1e-9)
      assert.equal(found.trimmed > 0 || found.departure < 1e-8, true)
    }),
  )
})

test('INS-4: people who match already all weigh the same', () => {
  const found = rake({
    rows: everyone,
    margins: { age: { 'Under 50': 30, '50 and over': 30 }, sex: { Women: 20, Men: 20, 'Another way': 20 } },
  })
  assert.ok(found.weights.every((weight) => Math.abs(weight - 10) < 1e-9))
  assert.ok(Math.abs(found.kishEffect - 1) < 1e-9)
})

const two = [{ age: 'Under 50' }, { age: '50 and over' }]
const half = { 'Under 50': 10, '50 and over': 10 }

test('INS-4: what cannot be weighted is refused, with the reason', () => {
  const refused = (options: Parameters<typeof rake>[0], why: RegExp) =>
    assert.throws(
      () => rake(options),
      (error) => error instanceof RangeError && why.test(error.message),
    )
  refused({ rows: [], margins: { age: half } }, /nobody to weight/)
  refused({ rows: two, margins: {} }, /no margin/)
  refused({ rows: [two[0]!], margins: { age: half } }, /Nobody here has “50 and over” for age/)
  refused({ rows: [...two, { age: 'Not said' }], margins: { age: half } }, /Row 3 has “Not said” for age, which is not in that margin/)
  refused({ rows: [...two, {}], margins: { age: half } }, /Row 3 has no value for age/)
  refused({ rows: two, margins: { age: { 'Under 50': -1, '50 and over': 3 } } }, /must be a number from 0, not -1/)
  refused({ rows: two, margins: { age: { 'Under 50': Number.NaN, '50 and over': 3 } } }, /not NaN/)
  refused({ rows: two, margins: { age: { 'Under 50': 0, '50 and over': 3 } } }, /nobody in the population has “Under 50”/)
  refused({ rows: two, margins: { age: { 'Under 50': 0, '50 and over': 0 } } }, /add up to nothing/)
  refused({ rows: two, margins: { age: half }, base: [1] }, /2 rows and 1 weights/)
  refused({ rows: two, margins: { age: half }, base: [1, 0] }, /a number above 0, not 0/)
  refused({ rows: two, margins: { age: half }, trim: 1 }, /more than 1 times/)
})

test('INS-4: margins that contradict each other are refused, and those that differ by rounding are not', () => {
  const rows = everyone
  const sex = (women: number) => ({ Women: women, Men: 500, 'Another way': 10 })
  const age = { 'Under 50': 500, '50 and over': 510 }
  assert.throws(() => rake({ rows, margins: { age, sex: sex(600) } }), /age adds up to 1010 and sex to 1110/)
  const { weights } = rake({ rows, margins: { age, sex: sex(500.5) } })
  assert.ok(Math.abs(weights.reduce((all, weight) => all + weight, 0) - 1010) < 1e-5)
})

test('INS-4: margins that no weights can meet together are refused, not guessed', () => {
  const rows = [
    { age: 'Under 50', sex: 'Women' },
    { age: '50 and over', sex: 'Men' },
  ]
  assert.throws(() => rake({ rows, margins: { age: half, sex: { Women: 5, Men: 15 } } }), /do not settle/)
})

test('INS-4: a cell must count people', () => {
  assert.throws(
    () => rakeCells({ cells: [{ values: { age: 'Under 50' }, count: 1.5 }], margins: { age: { 'Under 50': 1 } } }),
    /whole number of people/,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bandsOf, measuresOf, numberTyped, withUnit } from './numbers.ts'

const places = fc.constantFrom(0, 1, 2)
const counted = fc.tuple(places, fc.array(fc.tuple(fc.integer({ min: -2000, max: 1e9 }), fc.nat(9)), { maxLength: 30 }))

test('SAY-1: bands are ten at most, of one round width, side by side, and hold every number once', () => {
  fc.assert(
    fc.property(counted, ([places, pairs]) => {
      const steps = 10 ** places
      const numbers = pairs.map(([step, count]) => [step / steps, count + 1] as const)
      const bands = bandsOf(numbers, { places })
      assert.ok(bands.length <= 10)
      const ends = bands.map(({ value }) => value.split('..').map((end) => Math.round(Number(end) * steps)))
      const widths = new Set(ends.map(([from = 0, to = from]) => to - from + 1))
      assert.ok(widths.size <= 1)
      for (const width of widths) assert.match(String(width), /^[125]0*$/)
      for (const [at, [from]] of ends.entries()) if (at > 0) assert.equal(from, (ends[at - 1]?.at(-1) ?? 0) + 1)
      for (const [at, [from = 0, to = from]] of ends.entries()) {
        const inside = pairs.filter(([step]) => step >= from && step <= to).reduce((sum, [, count]) => sum + count + 1, 0)
        assert.equal(bands[at]?.count, inside)
      }
      assert.equal(
        bands.reduce((sum, { count }) => sum + count, 0),
        numbers.reduce((sum, [, count]) => sum + count, 0),
      )
    }),
  )
})

test('SAY-1: bands read as people say them, and stand still between ends that were set', () => {
  const labels = (...given: Parameters<typeof bandsOf>) => bandsOf(...given).map(({ label }) => label)
  assert.deepEqual(
    labels([
      [3, 1],
      [5, 2],
    ]),
    ['3', '4', '5'],
  )
  assert.deepEqual(labels([[12, 1]], { least: 0, most: 100, unit: '£' }).slice(0, 2), ['£0 to £19', '£20 to £39'])
  assert.deepEqual(
    labels(
      [
        [0.5, 1],
        [9.75, 1],
      ],
      { places: 2 },
    ),
    ['0 to 0.99', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((from) => `${from} to ${from}.99`)],
  )
  assert.deepEqual(labels([]), [])
})

test('SAY-1: mean, median, least and most are those of the numbers written out', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.nat(4)), { maxLength: 12 }), (numbers) => {
      const all = numbers.flatMap(([value, count]) => Array.from({ length: count }, () => value)).toSorted((one, other) => one - other)
      const measures = Object.fromEntries(measuresOf(numbers).map(({ name, value }) => [name, Number(value)]))
      if (all.length === 0) return assert.deepEqual(measures, {})
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length
      assert.ok(Math.abs((measures.Mean ?? Number.NaN) - mean) < 0.0051)
      assert.equal(measures.Median, ((all[(all.length - 1) >> 1] ?? 0) + (all[all.length >> 1] ?? 0)) / 2)
      assert.deepEqual([measures.Least, measures.Most], [all[0], all.at(-1)])
    }),
  )
})

test('SAY-1: a number typed with its unit, commas or spaces is the number; anything else is none', () => {
  for (const [typed, unit, number] of [
    ['£1,200.50', '£', '1200.5'],
    ['-£3', '£', '-3'],
    ['40 %', '%', '40'],
    ['12Years', 'years', '12'],
    ['.5', '', '0.5'],
    ['-0', '', '0'],
    ['', '', null],
    ['1e9', '', null],
    ['0x10', '', null],
    ['1.2.3', '', null],
    ['99999999999', '', null],
    ['12 (twelve)', '(', null],
  ] as const)
    assert.equal(numberTyped(typed, unit), number, typed)
  assert.deepEqual([withUnit(-5, '£'), withUnit('1200', 'beds'), withUnit(3, '%')], ['-£5', '1,200 beds', '3%'])
})

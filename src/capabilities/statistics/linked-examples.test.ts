import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Division, hideInDivision, hideTogether } from './linked-tables.ts'

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const isSmall = (count: number) => count > 0 && count < 5

test('INS-3: a theme within another is not shown beside it where few spoke of the other alone', () => {
  const counts = [
    [60, 40],
    [57, 38],
    [30, 20],
  ]
  const rows = { key: 'themes', counts: [100, 95, 50], hidden: [false, false, false], overlaps: true, within: [null, 0, 0] }
  const columns = { key: 'age', counts: [120, 80], hidden: [false, false] }
  const hidden = hideTogether({ divisions: [rows, columns], crosses: [{ rows: 'themes', columns: 'age', counts }] })
  assert.deepEqual(hidden.get('themes'), [false, true, true])
  assert.deepEqual(hidden.get('age'), [false, false])
})

test('INS-3: large numbers, and nought, are all shown', () => {
  const divisions = [
    { key: 'answer', counts: [150, 250], hidden: [false, false] },
    { key: 'age', counts: [200, 0, 200], hidden: [false, false, false] },
  ]
  const counts = [
    [50, 0, 100],
    [150, 0, 100],
  ]
  const hidden = hideTogether({ divisions, crosses: [{ rows: 'answer', columns: 'age', counts }] })
  assert.deepEqual([...hidden.values()].flat(), [false, false, false, false, false])
})

test('INS-3: those hidden in a table of its own come to five at least together', () => {
  assert.deepEqual(hideInDivision([1, 2, 60, 70]), [true, true, true, false])
  assert.deepEqual(hideInDivision([3, 0, 0]), [true, true, true])
  assert.deepEqual(hideInDivision([40, 0, 60]), [false, false, false])
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: 1, maxLength: 8 }), (counts) => {
      const flags = hideInDivision(counts)
      const together = sumOf(counts.filter((_, place) => flags[place]))
      assert.ok(!isSmall(together) || flags.every(Boolean))
      assert.ok(counts.every((count, place) => flags[place] || !isSmall(count)))
    }),
  )
})

test('tables that do not fit each other, and rings of three, are refused', () => {
  const division = (key: string, counts: number[]): Division => ({ key, counts, hidden: counts.map(() => false) })
  const counts = [
    [10, 10],
    [10, 10],
  ]
  const [a, b, c] = [division('a', [20, 20]), division('b', [20, 20]), division('c', [20, 20])]
  assert.throws(() => hideTogether({ divisions: [a, division('b', [21, 20])], crosses: [{ rows: 'a', columns: 'b', counts }] }), /add up/)
  assert.throws(() => hideTogether({ divisions: [a], crosses: [{ rows: 'a', columns: 'b', counts }] }), /cannot be crossed/)
  assert.throws(() => hideTogether({ divisions: [division('a', [0.5])], crosses: [] }), RangeError)
  const ring = [
    { rows: 'a', columns: 'b', counts },
    { rows: 'b', columns: 'c', counts },
    { rows: 'a', columns: 'c', counts },
  ]
  assert.throws(() => hideTogether({ divisions: [a, b, c], crosses: ring }), /three things at once/)
})

test('INS-3: of one division alone, beside the number of everyone, no hidden number is certain', () => {
  for (const [classes, most] of [
    [2, 24],
    [3, 24],
    [4, 18],
  ] as const)
    for (let people = 5; people <= most; people++) {
      const possible = new Map<string, Set<number>[]>()
      for (const world of worldsOf(classes, people)) {
        const flags = hideInDivision(world)
        const seen = String(world.map((count, place) => (flags[place] ? '*' : count)))
        const values = possible.get(seen) ?? world.map(() => new Set<number>())
        possible.set(seen, values)
        for (const [place, count] of world.entries()) values[place]!.add(count)
      }
      for (const [seen, values] of possible)
        for (const [place, count] of seen.split(',').entries())
          assert.ok(count !== '*' || values[place]!.size > 1, `${seen} of ${people} gives away ${place}`)
    }
})

function* worldsOf(kinds: number, people: number): Generator<number[]> {
  if (kinds === 1) return yield [people]
  for (let first = 0; first <= people; first++) for (const rest of worldsOf(kinds - 1, people - first)) yield [first, ...rest]
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CountedDivision, type CountedPair, fixCrosses, fixDivision } from './fixed-cross.ts'

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const letters = ['a', 'b', 'c', 'd']

const division = (name: string, counts: readonly number[], more: Partial<CountedDivision> = {}): CountedDivision => ({
  name,
  label: name,
  overlaps: false,
  options: counts.map((count, place) => ({ value: letters[place]!, label: `${name} ${letters[place]}`, count })),
  hiddenAlone: new Set(),
  within: new Map(),
  ...more,
})

const pair = (counts: readonly (readonly number[])[], weighted?: CountedPair['weighted']): CountedPair => ({
  rows: 'answer',
  by: 'age',
  counts: byValue(counts),
  ...(weighted && { weighted }),
})
const byValue = (counts: readonly (readonly number[])[]) =>
  new Map(counts.map((line, row) => [letters[row]!, new Map(line.map((count, column) => [letters[column]!, count]))]))

/** What three answers by three ages come to; the last of each is those who said nothing. */
function crossed(cells: readonly (readonly number[])[]) {
  const total = sumOf(cells.flat())
  const rows = [0, 1, 2].map((row) => sumOf(cells[row]!))
  const columns = [0, 1, 2].map((column) => sumOf(cells.map((line) => line[column]!)))
  const said = cells.slice(0, 3).map((line) => line.slice(0, 3))
  return { total, divisions: [division('answer', rows), division('age', columns)], pairs: [pair(said)] }
}

const cells = fc.array(fc.array(fc.oneof(fc.nat(4), fc.nat(60)), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })

test('INS-3: a published table adds up to its own margins and to everyone, and no number in it is from 1 to 4', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { total, divisions, pairs } = crossed(all)
      if (total > 0 && total < 5) return
      const [cross] = fixCrosses(total, divisions, pairs)
      const { lines, columns, counts } = cross!
      if (lines.length === 0) return
      assert.equal(sumOf(lines.map((line) => line.total)), total)
      assert.equal(sumOf(columns.map((column) => column.total)), total)
      for (const [row, line] of lines.entries()) assert.equal(sumOf(counts[row]!), line.total)
      for (const [column, one] of columns.entries()) assert.equal(sumOf(counts.map((line) => line[column]!)), one.total)
      for (const count of counts.flat()) assert.ok(count === 0 || count >= 5)
    }),
    { numRuns: 300 },
  )
})

test('INS-3: those who did not answer, or did not say how old they are, are a row and a column of their own, where there are enough', () => {
  const [cross] = fixCrosses(
    400,
    [division('answer', [150, 150, 0]), division('age', [200, 150, 0])],
    [
      pair([
        [100, 40, 0],
        [60, 70, 0],
        [0, 0, 0],
      ]),
    ],
  )
  assert.deepEqual(
    cross!.lines.map(({ label, total }) => [label, total]),
    [
      ['answer a', 150],
      ['answer b', 150],
      ['answer c', 0],
      ['No answer', 100],
    ],
  )
  assert.deepEqual(cross!.counts, [
    [100, 40, 0, 10],
    [60, 70, 0, 20],
    [0, 0, 0, 0],
    [40, 40, 0, 20],
  ])
})

test('INS-4: a weighted share stands beside a number that is shown by itself, and beside no other', () => {
  const everyone = new Map([
    ['a', 120],
    ['b', 90],
    ['c', 40],
  ])
  const counts = [
    [60, 45, 2],
    [40, 45, 8],
  ]
  const weighted = {
    counts: byValue([
      [72, 30, 3],
      [48, 60, 30],
    ]),
    everyone,
  }
  const [cross] = fixCrosses(200, [division('answer', [107, 93]), division('age', [100, 90, 10])], [pair(counts, weighted)])
  assert.deepEqual(
    cross!.columns.map(({ label }) => label),
    ['age a', 'The others together'],
  )
  assert.deepEqual(cross!.weighted, [
    [60, null],
    [40, null],
  ])
})

test('INS-3: one division alone hides what hideInDivision hides, and says how many gave no answer', () => {
  const { options } = fixDivision(100, division('place', [60, 20, 3]))
  assert.deepEqual(
    options.map(({ count }) => count),
    [60, 20, '*', '*'],
  )
})

test('numbers that do not fit each other are refused', () => {
  assert.throws(
    () =>
      fixCrosses(
        20,
        [division('answer', [10, 10]), division('age', [10, 10])],
        [
          pair([
            [11, 0],
            [0, 10],
          ]),
        ],
      ),
    RangeError,
  )
})

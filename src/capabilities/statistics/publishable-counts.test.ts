import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CountedRow, publishableCounts } from './publishable-counts.ts'

const table = (...counts: (number | '*')[]): CountedRow[] => counts.map((count, place) => ({ label: `Option ${place}`, count }))
const published = (counts: (number | '*')[], totalShown = true) =>
  publishableCounts(table(...counts), { totalShown }).map(({ count }) => count)

const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(60)), { minLength: 1, maxLength: 8 })

test('PEO-6: the one small number of three takes the next smallest with it', () => {
  assert.deepEqual(published([3, 80, 150]), ['*', '*', 150])
})

test('PEO-6: two small numbers that are the same are not to be read off their sum', () => {
  assert.deepEqual(published([1, 1, 50, 60]), ['*', '*', '*', 60])
  assert.deepEqual(published([4, 4, 4, 50, 60]), ['*', '*', '*', '*', 60])
})

test('PEO-6: equals are hidden together, for a rule that chose between them would tell', () => {
  assert.deepEqual(published([3, 5, 5, 9]), ['*', '*', '*', 9])
})

test('PEO-6: a small number that is all there is does not stand beside noughts', () => {
  assert.deepEqual(published([3, 0, 0]), ['*', '*', '*'])
})

test('PEO-6: without a total, each small number is hidden and nothing else', () => {
  assert.deepEqual(published([3, 80, 0, 5], false), ['*', 80, 0, 5])
})

test('PEO-6: other facts of a row are kept', () => {
  const rows = [{ label: 'Yes', count: 9, colour: 'blue' }]
  assert.deepEqual(publishableCounts(rows, { totalShown: true }), rows)
})

/** Every table of `rows` whole numbers that add up to `total`. */
function* tablesOf(rows: number, total: number): Generator<number[]> {
  if (rows === 1) return yield [total]
  for (let first = 0; first <= total; first++) for (const rest of tablesOf(rows - 1, total - first)) yield [first, ...rest]
}

test('PEO-6: a journalist with the total, the shown rows, this rule and a computer cannot say what any hidden number is', () => {
  for (const rows of [2, 3, 4, 5]) {
    for (let total = 1; total <= (rows === 5 ? 20 : 24); total++) {
      const possible = new Map<string, Set<number>[]>()
      for (const counts of tablesOf(rows, total)) {
        const seen = String(published(counts))
        const values = possible.get(seen) ?? counts.map(() => new Set<number>())
        for (const [row, count] of counts.entries()) values[row]?.add(count)
        possible.set(seen, values)
      }
      for (const [seen, values] of possible) {
        for (const [row, count] of seen.split(',').entries())
          if (count === '*') assert.ok(Number(values[row]?.size) > 1, `${seen} of ${total}`)
      }
    }
  }
})

test('PEO-6: no number from 1 to 4 is shown, and nought is, unless nothing else would be', () => {
  fc.assert(
    fc.property(counts, fc.boolean(), (all, totalShown) => {
      const shown = published(all, totalShown)
      assert.ok(shown.every((count) => count === '*' || count === 0 || count >= 5))
      if (shown.every((count) => count === '*')) return
      for (const [row, count] of all.entries()) if (count === 0) assert.equal(shown[row], 0)
    }),
  )
})

test('PEO-6: doing it twice changes nothing, and the order of the rows does not matter', () => {
  fc.assert(
    fc.property(counts, fc.boolean(), (all, totalShown) => {
      const once = published(all, totalShown)
      assert.deepEqual(published(once, totalShown), once)
      assert.deepEqual(published(all.toReversed(), totalShown), once.toReversed())
    }),
  )
})

test('a count below nought is refused', () => {
  assert.throws(() => published([-1, 5]), RangeError)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Row, suppress } from './suppression.ts'

const rule = { threshold: 5, marker: '*' }
const levelNames = ['trust', 'site', 'ward']

interface Place {
  answers: [good: number, poor: number]
  parts: Place[]
}
const sum = (parts: Place[], answer: 0 | 1) => parts.reduce((all, part) => all + part.answers[answer], 0)
const ward = fc.tuple(fc.nat(6), fc.nat(3)).map((answers): Place => ({ answers, parts: [] }))
const above = (part: fc.Arbitrary<Place>) =>
  fc.array(part, { minLength: 1, maxLength: 4 }).map((parts): Place => ({ answers: [sum(parts, 0), sum(parts, 1)], parts }))
const trusts = fc.array(above(above(ward)), { minLength: 1, maxLength: 4 })

/** The rows of each level below `places`, from the top down. */
function levelsOf(places: Place[]): Record<string, Row[]> {
  const levels: Record<string, Row[]> = { trust: [], site: [], ward: [] }
  const add = (parts: Place[], depth: number, keys: Record<string, string>) => {
    for (const [number, { answers, parts: below }] of parts.entries()) {
      const own = { ...keys, [String(levelNames[depth])]: String(number) }
      levels[String(levelNames[depth])]?.push({ keys: own, input: { good: answers[0], poor: answers[1], total: answers[0] + answers[1] } })
      add(below, depth + 1, own)
    }
  }
  add(places, 0, {})
  return levels
}

/** Whether some sum and difference of the equations leaves exactly one unknown, and so gives it away. */
function isSolved(equations: number[][], unknown: number): boolean {
  const rows = equations.map((equation) => [...equation])
  const width = rows[0]?.length ?? 0
  // The column asked about is left for last: a row that then holds nothing else says what it is.
  const columns = [...Array(width).keys()].filter((column) => column !== unknown)
  let settled = 0
  for (const column of columns) {
    const pivot = rows.findIndex((row, place) => place >= settled && Math.abs(row[column] as number) > 1e-9)
    if (pivot < 0) continue
    const [row] = rows.splice(pivot, 1) as [number[]]
    for (const other of rows.slice(settled)) {
      const times = (other[column] as number) / (row[column] as number)
      for (let at = 0; at < width; at++) other[at] = (other[at] as number) - times * (row[at] as number)
    }
    rows.splice(settled++, 0, row)
  }
  return rows.slice(settled).some((row) => Math.abs(row[unknown] as number) > 1e-9)
}

test('PEO-6: no hidden count is a sum or difference of shown ones, at any level', () => {
  fc.assert(
    fc.property(trusts, (places) => {
      const published = suppress({ ...rule, levels: levelsOf(places) }).levels
      const hidden = new Map<Place, number>()
      const find = (parts: Place[], depth: number) => {
        for (const part of parts) {
          const place = listOf(places, depth).indexOf(part)
          if (published[String(levelNames[depth])]?.[place]?.published.good === '*') hidden.set(part, hidden.size)
          find(part.parts, depth + 1)
        }
      }
      find(places, 0)

      const equation = (parts: Place[], whole?: Place) => {
        const row = Array<number>(hidden.size).fill(0)
        for (const part of parts) if (hidden.has(part)) row[hidden.get(part) as number] = 1
        if (whole && hidden.has(whole)) row[hidden.get(whole) as number] = -1
        return row
      }
      const wholes = [...listOf(places, 0), ...listOf(places, 1)].map((whole) => equation(whole.parts, whole))
      // One trust with all the answers is the national figure itself: the method says that it cannot protect that.
      const lone = places.filter(({ answers: [good, poor] }) => good + poor > 0).length === 1
      const equations = lone ? wholes : [...wholes, equation(places)]
      for (const unknown of hidden.values()) assert.equal(isSolved(equations, unknown), false)
    }),
    { numRuns: 500 },
  )
})

const listOf = (places: Place[], depth: number): Place[] =>
  depth === 0
    ? places
    : listOf(
        places.flatMap(({ parts }) => parts),
        depth - 1,
      )

test('PEO-6: nought is shown, and every total from 1 to 4 has its counts hidden', () => {
  fc.assert(
    fc.property(trusts, (places) => {
      for (const { published } of Object.values(suppress({ ...rule, levels: levelsOf(places) }).levels).flat()) {
        const total = Number(published.total)
        if (total === 0) assert.equal(published.good, 0)
        if (total > 0 && total < 5) assert.equal(published.good, '*')
      }
    }),
  )
})

test('PEO-6: publishing what is already published changes nothing', () => {
  fc.assert(
    fc.property(trusts, (places) => {
      const once = suppress({ ...rule, levels: levelsOf(places) }).levels
      const again = Object.fromEntries(
        Object.entries(once).map(([level, rows]) => [level, rows.map(({ keys, published }) => ({ keys, input: published }))]),
      )
      assert.deepEqual(suppress({ ...rule, levels: again }).levels, once)
    }),
  )
})

test('PEO-6: the order of the rows does not change what is hidden', () => {
  fc.assert(
    fc.property(trusts, (places) => {
      const levels = levelsOf(places)
      const turned = Object.fromEntries(Object.entries(levels).map(([level, rows]) => [level, rows.toReversed()]))
      const there = suppress({ ...rule, levels }).levels
      const back = suppress({ ...rule, levels: turned }).levels
      for (const level of levelNames) assert.deepEqual(back[level]?.toReversed(), there[level])
    }),
  )
})

test('EXP-1: percentages count "don\'t know", and are hidden with a small total though not with a neighbour of one', () => {
  const row = (ward: string, veryGood: number, dontKnow: number): Row => ({
    keys: { ward },
    input: {
      'Very Good': veryGood,
      Good: 0,
      'Neither Good nor Poor': 0,
      Poor: 0,
      'Very Poor': 0,
      "Don't Know": dontKnow,
      total: veryGood + dontKnow,
    },
  })
  const published = suppress({ ...rule, levels: { ward: [row('A', 2, 1), row('B', 6, 2), row('C', 9, 0), row('D', 0, 0)] } }).levels.ward
  assert.deepEqual(
    published?.map((one) => [one.published['Very Good'], one.published.total, one.published.pct_positive]),
    [
      ['*', 3, '*'],
      ['*', 8, 0.75],
      [9, 9, 1],
      [0, 0, null],
    ],
  )
})

test('a total that is not a whole number is refused by name', () => {
  const levels = { ward: [{ keys: { Ward_Name: 'Elm' }, input: { total: 2.5 } }] }
  assert.throws(() => suppress({ ...rule, levels }), /The total of Elm must be a whole number/)
})

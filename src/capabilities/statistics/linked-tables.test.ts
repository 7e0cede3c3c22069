import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Division, hideInDivision, hideTogether, type LinkedCross, type LinkedTables } from './linked-tables.ts'

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)
const isSmall = (count: number, threshold = 5) => count > 0 && count < threshold

/** A way to divide people of so many kinds: the classes that each kind is in. */
interface Sorting {
  key: string
  classes: number
  of: (kind: number) => readonly number[]
  overlaps?: boolean
}

/** Everything about so many people of each kind, as a publication would count it. */
function tablesOf(people: readonly number[], sortings: readonly Sorting[], crosses: readonly (readonly [string, string])[], threshold = 5) {
  const everyone = sumOf(people)
  const byKey = new Map(sortings.map((sorting) => [sorting.key, sorting]))
  const divisions: Division[] = sortings.map(({ key, classes, of, overlaps = false }) => {
    const counts = Array.from({ length: classes }, (_, place) => sumOf(people.filter((_, kind) => of(kind).includes(place))))
    const hidden = overlaps
      ? counts.map((count) => isSmall(count, threshold) || isSmall(everyone - count, threshold))
      : hideInDivision(counts, threshold)
    return { key, counts, hidden, overlaps }
  })
  const crossed: LinkedCross[] = crosses.map(([rows, columns]) => {
    const [down, across] = [byKey.get(rows)!, byKey.get(columns)!]
    const count = (row: number, column: number) =>
      sumOf(people.filter((_, kind) => down.of(kind).includes(row) && across.of(kind).includes(column)))
    const counts = Array.from({ length: down.classes }, (_, row) =>
      Array.from({ length: across.classes }, (_, column) => count(row, column)),
    )
    return { rows, columns, counts }
  })
  return { divisions, crosses: crossed, threshold }
}

/** Every number by its name, and the names of those that are hidden. */
function publish(tables: LinkedTables) {
  const hidden = hideTogether(tables)
  const numbers = new Map<string, { count: number; isHidden: boolean }>()
  for (const { key, counts, hidden: flags } of tables.divisions)
    for (const [place, count] of counts.entries()) numbers.set(`${key} ${place}`, { count, isHidden: flags[place]! })
  for (const { rows, columns, counts } of tables.crosses)
    for (const [row, line] of counts.entries())
      for (const [column, count] of line.entries())
        numbers.set(`${rows} ${row} by ${columns} ${column}`, { count, isHidden: hidden.get(rows)![row]! || hidden.get(columns)![column]! })
  return { numbers, seen: [...numbers.values()].map(({ count, isHidden }) => (isHidden ? '*' : count)).join() }
}

function* worldsOf(kinds: number, people: number): Generator<number[]> {
  if (kinds === 1) return yield [people]
  for (let first = 0; first <= people; first++) for (const rest of worldsOf(kinds - 1, people - first)) yield [first, ...rest]
}

interface Small {
  kinds: number
  sortings: readonly Sorting[]
  crosses: readonly (readonly [string, string])[]
  threshold: number
  most: number
  expected?: number
}

/** Of all worlds that would be published alike, a hidden small number differs in two at least. */
function assertNothingIsCertain({ kinds, sortings, crosses, threshold, most, expected = 0 }: Small) {
  let shown = 0
  for (let people = threshold; people <= most; people++) {
    const possible = new Map<string, Map<string, Set<number>>>()
    for (const world of worldsOf(kinds, people)) {
      const { numbers, seen } = publish({ ...tablesOf(world, sortings, crosses, threshold), expected })
      const values = possible.get(seen) ?? new Map<string, Set<number>>()
      possible.set(seen, values)
      for (const [name, { count, isHidden }] of numbers) {
        if (!isHidden) assert.ok(!isSmall(count, threshold), `${name} is shown: ${count} of ${world}`)
        if (!isHidden && count > 0 && name.includes(' by ')) shown += 1
        values.set(name, (values.get(name) ?? new Set()).add(count))
      }
    }
    for (const [seen, values] of possible)
      for (const [name, counts] of values)
        assert.ok(counts.size > 1 || !isSmall([...counts][0]!, threshold), `${seen} gives away ${name}: ${[...counts]}`)
  }
  assert.ok(shown > 100, 'something was published')
}

const grid = (rows: number, columns: number) => ({
  kinds: rows * columns,
  sortings: [
    { key: 'answer', classes: rows, of: (kind: number) => [Math.floor(kind / columns)] },
    { key: 'age', classes: columns, of: (kind: number) => [kind % columns] },
  ],
  crosses: [['answer', 'age']] as const,
})

for (const [rows, columns, threshold, most, expected] of [
  [2, 2, 5, 20, 0],
  [2, 3, 3, 13, 0],
  [3, 2, 3, 13, 0],
  [3, 2, 3, 14, 2],
  [3, 3, 3, 9, 0],
] as const)
  test(`INS-3: whoever knows the rule and tries all tables of ${rows} by ${columns} can be certain of no hidden number (below ${threshold}, at least ${expected} expected)`, () => {
    assertNothingIsCertain({ ...grid(rows, columns), threshold, most, expected })
  })

test('INS-3: nor from two tables by the same groups, published together', () => {
  assertNothingIsCertain({
    kinds: 8,
    sortings: [
      { key: 'first', classes: 2, of: (kind) => [kind % 2] },
      { key: 'second', classes: 2, of: (kind) => [(kind >> 1) % 2] },
      { key: 'age', classes: 2, of: (kind) => [kind >> 2] },
    ],
    crosses: [
      ['first', 'age'],
      ['second', 'age'],
    ],
    threshold: 3,
    most: 9,
  })
})

test('INS-3: nor from a question with several choices, where nobody must choose and where everybody must', () => {
  const several = (choices: readonly (readonly number[])[]): Omit<Small, 'threshold' | 'most'> => ({
    kinds: 2 * choices.length,
    sortings: [
      { key: 'chose', classes: 2, overlaps: true, of: (kind) => choices[kind % choices.length]! },
      { key: 'age', classes: 2, of: (kind) => [Math.floor(kind / choices.length)] },
    ],
    crosses: [['chose', 'age']],
  })
  assertNothingIsCertain({ ...several([[], [0], [1], [0, 1]]), threshold: 3, most: 9 })
  assertNothingIsCertain({ ...several([[0], [1], [0, 1]]), threshold: 3, most: 14 })
})

const crowd = fc.record({
  people: fc.array(fc.oneof(fc.nat(4), fc.nat(12), fc.nat(80)), { minLength: 24, maxLength: 24 }),
  expected: fc.constantFrom(0, 5, 10),
})
const sortings: Sorting[] = [
  { key: 'first', classes: 3, of: (kind) => [kind % 3] },
  { key: 'second', classes: 2, of: (kind) => [Math.floor(kind / 3) % 2] },
  { key: 'age', classes: 4, of: (kind) => [Math.floor(kind / 6)] },
]
const both = [
  ['first', 'age'],
  ['second', 'age'],
] as const

/** All sums of some of these. */
function sums(counts: readonly number[]): number[] {
  const [first, ...rest] = counts
  return first === undefined ? [0] : sums(rest).flatMap((sum) => [sum, sum + first])
}

test('INS-3: no two published numbers, nor sums of them, can be subtracted to give a number from 1 to 4', () => {
  fc.assert(
    fc.property(crowd, ({ people, expected }) => {
      if (isSmall(sumOf(people))) return
      const tables = { ...tablesOf(people, sortings, both), expected }
      const hidden = hideTogether(tables)
      const wholes = new Map(tables.divisions.map((division) => [division.key, division]))
      // Each line of a cross has its total in the table of its division, each such table the number of everyone: every part of a total is tried.
      const lines: { total: number; parts: number[] }[] = tables.divisions.map(({ counts, hidden: flags }) => ({
        total: sumOf(counts),
        parts: counts.filter((_, place) => !flags[place]),
      }))
      for (const { rows, columns, counts } of tables.crosses) {
        const [hiddenRows, hiddenColumns] = [hidden.get(rows)!, hidden.get(columns)!]
        for (const [row, line] of counts.entries())
          if (!hiddenRows[row])
            lines.push({ total: wholes.get(rows)!.counts[row]!, parts: line.filter((_, column) => !hiddenColumns[column]) })
        for (const [column, total] of wholes.get(columns)!.counts.entries())
          if (!hiddenColumns[column]) lines.push({ total, parts: counts.flatMap((line, row) => (hiddenRows[row] ? [] : [line[column]!])) })
      }
      for (const { total, parts } of lines)
        for (const sum of sums(parts)) assert.ok(!isSmall(total - sum) && !isSmall(sum), `${sum} of ${total} (${parts})`)
    }),
    { numRuns: 500 },
  )
})

test('INS-3: for every hidden small number there is another crowd, with another number there, of whom the same would be published', () => {
  let tried = 0
  fc.assert(
    fc.property(crowd, ({ people, expected }) => {
      if (isSmall(sumOf(people))) return
      const before = publish({ ...tablesOf(people, sortings, both), expected })
      const unsure = new Set([...before.numbers].flatMap(([name, { count, isHidden }]) => (isHidden && isSmall(count) ? [name] : [])))
      tried += unsure.size
      for (const other of nearTo(people)) {
        if (unsure.size === 0) break
        const after = publish({ ...tablesOf(other, sortings, both), expected })
        if (after.seen !== before.seen) continue
        for (const name of unsure) if (after.numbers.get(name)!.count !== before.numbers.get(name)!.count) unsure.delete(name)
      }
      assert.deepEqual([...unsure], [])
    }),
    { numRuns: 60 },
  )
  assert.ok(tried > 20)
})

/** Crowds in which two people of two kinds have changed one thing about them with each other. */
function* nearTo(people: readonly number[]): Generator<number[]> {
  const step = { first: 3, second: 2, age: 4 }
  const parts = (kind: number) => ({ first: kind % 3, second: Math.floor(kind / 3) % 2, age: Math.floor(kind / 6) })
  const kindOf = ({ first, second, age }: ReturnType<typeof parts>) => first + 3 * second + 6 * age
  for (const [one, some] of people.entries())
    for (let other = one + 1; other < people.length; other++) {
      if (some === 0 || people[other] === 0) continue
      for (const what of Object.keys(step) as (keyof typeof step)[]) {
        const [mine, theirs] = [parts(one), parts(other)]
        if (mine[what] === theirs[what]) continue
        const moved = [...people]
        for (const [from, to] of [
          [one, kindOf({ ...mine, [what]: theirs[what] })],
          [other, kindOf({ ...theirs, [what]: mine[what] })],
        ] as const) {
          moved[from]! -= 1
          moved[to]! += 1
        }
        yield moved
      }
    }
}

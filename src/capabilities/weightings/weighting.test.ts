import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AnsweredCell, type Margin, type Unsaid, weighCells } from './weighting.ts'

const margin = (key: string, labels: readonly string[]): Margin => ({
  key,
  text: `Question ${key}`,
  baselineId: key,
  bins: labels.map((label) => ({ label, choices: [label], groups: [label] })),
})
const population = (key: string, groups: Record<string, number>, counted: 'people' | 'small areas' = 'people') =>
  [
    key,
    { title: `Population ${key}`, counted, groups: Object.entries(groups).map(([label, count]) => ({ value: label, label, count })) },
  ] as const
const sex = margin('sex', ['f', 'm'])
const age = margin('age', ['young', 'old'])
const baselines = new Map([population('sex', { f: 500, m: 500 }), population('age', { young: 300, old: 700 })])
const cell = (f: string, a: string, count: number): AnsweredCell => ({ values: { sex: f, age: a }, count })
const cells = [
  cell('f', 'young', 30),
  cell('f', 'old', 10),
  cell('m', 'young', 40),
  cell('m', 'old', 20),
  cell('', 'old', 5),
  cell('f', 'prefer-not-to-say', 2),
]

const weighed = (
  given: readonly AnsweredCell[],
  { trim = null as number | null, unsaid = 'left out' as Unsaid, margins = [sex, age], of = baselines } = {},
) => {
  const found = weighCells({ margins, trim, unsaid }, given, of)
  assert.ok(found.ok, found.ok ? '' : found.reason)
  return found
}
const refusal = (given: readonly AnsweredCell[], options: { margins?: Margin[]; of?: typeof baselines } = {}) => {
  const found = weighCells({ margins: options.margins ?? [sex, age], trim: null, unsaid: 'left out' }, given, options.of ?? baselines)
  return found.ok ? '' : found.reason
}
const near = (one: number, other: number) => assert.ok(Math.abs(one - other) < 1e-6, `${one} is not ${other}`)

test('INS-4: weighted, every group has its share of the population, and all together count for as many as they are', () => {
  const { margins, cells: found, responses } = weighed(cells)
  assert.equal(responses, 100)
  for (const group of margins.flatMap(({ groups }) => groups)) near(group.weightedShare, group.populationShare)
  near(
    found.reduce((sum, { count, weight }) => sum + count * weight, 0),
    100,
  )
  assert.deepEqual(
    margins[1]!.groups.map(({ label, count, share, populationShare }) => [label, count, share, populationShare]),
    [
      ['young', 70, 0.7, 0.3],
      ['old', 30, 0.3, 0.7],
    ],
  )
})

test('INS-4: those who did not say are left out, or count as one each, as was chosen', () => {
  assert.ok(weighed(cells).cells.every(({ groups }) => groups !== null))
  const { responses, unsaid, cells: found } = weighed(cells, { unsaid: 'weight one' })
  assert.deepEqual([responses, unsaid], [107, 7])
  for (const { groups, weight } of found) if (groups === null) assert.equal(weight, 1)
})

test('INS-4: what it costs is Kish’s effect, and nothing where everyone is in proportion already', () => {
  const even = weighed([cell('f', 'young', 15), cell('f', 'old', 35), cell('m', 'young', 15), cell('m', 'old', 35)])
  near(even.kishEffect, 1)
  near(even.effectiveSize, 100)
  const { kishEffect, effectiveSize, responses, cells: found } = weighed(cells)
  const [sum, squares] = [1, 2].map((power) => found.reduce((all, { count, weight }) => all + count * weight ** power, 0)) as [
    number,
    number,
  ]
  near(kishEffect, (responses * squares) / sum ** 2)
  near(effectiveSize, sum ** 2 / squares)
})

test('INS-4: no weight is above the limit, and how far the groups miss the population by it is said', () => {
  const free = weighed(cells)
  const trimmed = weighed(cells, { trim: 1.5 })
  assert.ok(free.largest > 1.5 && trimmed.largest <= 1.5 + 1e-9)
  assert.ok(trimmed.trimmed > 0 && trimmed.departure > 0.001)
  assert.ok(trimmed.kishEffect < free.kishEffect)
})

test('INS-4: it is refused, with the group and the reason, where nobody is in a group, too few are there, or populations contradict', () => {
  const women = [cell('f', 'young', 30), cell('f', 'old', 10)]
  assert.match(refusal(women), /Nobody here has “m” for Question sex/)
  assert.match(refusal([cell('f', 'old', 12), cell('m', 'young', 7)]), /Only 19 people said all of this: too few/)
  assert.match(refusal([]), /Only 0 people/)
  const contradicting = new Map([population('sex', { f: 500, m: 500 }), population('age', { young: 300, old: 900 })])
  assert.match(refusal(cells, { of: contradicting }), /“Population sex” counts 1,000 people and “Population age” 1,200/)
  const areas = new Map([population('sex', { f: 500, m: 500 }), population('age', { young: 3, old: 7 }, 'small areas')])
  assert.equal(refusal(cells, { of: areas }), '')
  const never = [cell('f', 'young', 20), cell('m', 'old', 20)]
  assert.match(refusal(never), /do not settle/)
  assert.match(refusal(cells, { of: new Map([population('sex', { f: 1, m: 1 })]) }), /is not here any more/)
})

test('INS-4: two questions of one wording are told apart in what is said', () => {
  const twin = { ...age, text: sex.text }
  assert.match(refusal([cell('f', 'young', 30)], { margins: [sex, twin] }), /for Question sex \(sex\)/)
})

test('INS-4: whoever answered, the weights are above nought and meet both populations', () => {
  const count = fc.integer({ min: 5, max: 400 })
  fc.assert(
    fc.property(
      count,
      count,
      count,
      count,
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 999 }),
      (a, b, c, d, women, young) => {
        const of = new Map([population('sex', { f: women, m: 1000 - women }), population('age', { young, old: 1000 - young })])
        const {
          margins,
          cells: found,
          kishEffect,
        } = weighed([cell('f', 'young', a), cell('f', 'old', b), cell('m', 'young', c), cell('m', 'old', d)], { of })
        assert.ok(found.every(({ weight }) => weight > 0))
        assert.ok(kishEffect >= 1 - 1e-9)
        for (const group of margins.flatMap(({ groups }) => groups)) near(group.weightedShare, group.populationShare)
      },
    ),
    { numRuns: 100 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Baseline } from './baseline.ts'
import { type Answered, compare, underHeard } from './comparison.ts'
import { notesOn, pointsWords } from './comparison-note.ts'
import type { Asked } from './crosswalk.ts'
import { compareHeadcount, readCounts, strangerAmong } from './headcount.ts'
import { publishable } from './published-comparison.ts'

const baseline = (groups: Record<string, number>): Baseline => ({
  id: 'b',
  title: 'Beckdale',
  characteristic: 'other',
  counted: 'people',
  area: 'Beckdale',
  areaCodes: [],
  boundaryYear: null,
  source: 'A count',
  dated: '2025',
  note: '',
  groups: Object.entries(groups).map(([label, count]) => ({ value: label, label, count })),
  addedAt: new Date(0),
  removal: null,
})
const asked: Asked = {
  dimension: 'question:q1',
  text: 'Where do you live?',
  characteristic: null,
  options: ['North', 'South', 'East', 'prefer-not-to-say', 'Elsewhere'].map((value) => ({ value, label: value })),
}
const living = baseline({ North: 500, South: 300, East: 200, 'Not stated': 40 })
const bins = ['North', 'South', 'East'].map((label) => ({ label, choices: [label], groups: [label] }))
const answers = (byChoice: Record<string, number>, rest: Partial<Answered> = {}): Answered => {
  const answered = Object.values(byChoice).reduce((sum, count) => sum + count, 0)
  return { byChoice, answered, asked: answered, notAsked: 0, ...rest }
}

test('PEO-9: twelve people are twelve, and not a percentage', () => {
  const comparison = compare(asked, answers({ North: 12 }), living, bins)!
  assert.ok(comparison.represented.tooFewForShares)
  assert.deepEqual(
    comparison.rows.map(({ count, share, gap, index, standing }) => [count, share, gap, index, standing]),
    [
      [12, null, null, null, null],
      [0, null, null, null, 'nobody'],
      [0, null, null, null, 'nobody'],
    ],
  )
  assert.match(notesOn(comparison).join(' '), /12 people are too few for percentages/)
})

test('PEO-9: who did not say, was not asked or is elsewhere is counted apart and is in no share', () => {
  const given = { North: 50, South: 30, East: 20, 'prefer-not-to-say': 7, Elsewhere: 3 }
  const comparison = compare(asked, answers(given, { asked: 120, notAsked: 9 }), living, bins)!
  assert.deepEqual(
    comparison.rows.map(({ share, populationShare }) => [share, populationShare]),
    [
      [0.5, 0.5],
      [0.3, 0.3],
      [0.2, 0.2],
    ],
  )
  assert.deepEqual([comparison.unsaid, comparison.unanswered, comparison.notAsked], [7, 10, 9])
  assert.deepEqual(comparison.unmatched, [{ value: 'Elsewhere', label: 'Elsewhere', count: 3 }])
  assert.deepEqual(
    comparison.leftOut.map(({ label }) => label),
    ['Not stated'],
  )
  const notes = notesOn(comparison).join(' ')
  assert.match(notes, /7 people preferred not to say[\s\S]*10 people left it out[\s\S]*9 people were not asked[\s\S]*Elsewhere \(3\)/)
})

test('PEO-9: a group of whom nobody spoke, or under half, is missing; one expected to bring nobody is not', () => {
  const comparison = compare(asked, answers({ North: 180, South: 20 }), living, bins)!
  assert.deepEqual(
    comparison.rows.map(({ standing }) => standing),
    ['more', 'far fewer', 'nobody'],
  )
  assert.deepEqual(
    underHeard(comparison).map(({ label }) => label),
    ['South', 'East'],
  )
  const rare = compare(asked, answers({ North: 30, South: 20 }), baseline({ North: 6000, South: 4000, East: 1 }), bins)!
  assert.deepEqual(underHeard(rare), [])
})

test('PEO-9: a population of nobody, or a single group, is no comparison', () => {
  assert.equal(compare(asked, answers({ North: 9 }), baseline({ North: 0, South: 0, East: 0 }), bins), null)
  assert.equal(compare(asked, answers({ North: 9 }), living, bins.slice(0, 1)), null)
})

test('PEO-9: gaps are said in points with their sign, and never as minus nought', () => {
  assert.deepEqual([3.21, -11.4, -0.01, 0, null].map(pointsWords), ['+3.2', '−11', '0', '0', '–'])
})

test('PEO-9: a count is typed as lines, and what cannot be counted is said', () => {
  assert.deepEqual(readCounts('White: British: 12\nNot stated: 3\nRoma:\n\n25 to 34, 7'), {
    counts: { 'White: British': 12, '25 to 34': 7 },
    unsaid: 3,
  })
  const mistake = (lines: string) => {
    const read = readCounts(lines)
    return 'mistake' in read ? read.mistake : ''
  }
  assert.match(mistake('North 12'), /Write “North 12” as a group, a colon and a number/)
  assert.match(mistake('North: 1\nNorth: 2'), /“North” is there twice/)
  assert.match(mistake('North:'), /Enter how many people/)
  assert.match(mistake('North: -4'), /Write “North: -4”/)
  assert.equal(strangerAmong({ North: 1, Narnia: 2 }, living), 'Narnia')
  const headcount = { id: 'h', baselineId: 'b', title: 'Panel', countedOn: '2026-01-01', counts: { North: 3, South: 2 }, unsaid: 1 }
  const comparison = compareHeadcount(headcount, living)!
  assert.deepEqual(
    comparison.rows.map(({ label, count }) => [label, count]),
    [
      ['North', 3],
      ['South', 2],
      ['East', 0],
    ],
  )
  assert.equal(comparison.unsaid, 1)
})

test('PEO-6: what is published of who answered is worked out from public numbers alone, whatever they hide', () => {
  const count = fc.oneof(fc.constant('*' as const), fc.nat(60))
  const joined = [
    { label: 'North or South', choices: ['North', 'South'], groups: ['North', 'South'] },
    { label: 'East', choices: ['East'], groups: ['East'] },
  ]
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count), count, (counts, answered) => {
      const options = asked.options.map(({ label }, at) => ({ label, count: counts[at]! }))
      const { rows, unsaid } = publishable(asked, { baseline: living, bins: joined, isChosen: true }, { key: 'q1', options, answered })
      const [north, south, east] = counts
      assert.equal(rows[0]!.count, north === '*' || south === '*' ? '*' : north + south)
      assert.equal(rows[1]!.count, east)
      assert.equal(unsaid, counts[3])
      for (const row of rows) if (row.count === '*') assert.equal(row.share, null)
    }),
  )
})

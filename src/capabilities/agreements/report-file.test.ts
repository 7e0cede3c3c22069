import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { measure } from './measurement.ts'
import { answersFile, measuresFile } from './report-file.ts'

const names = {
  coder: (id: string) => ({ ann: 'Ann, the analyst', bob: '=BOB()' })[id] ?? 'A coder',
  theme: (id: string) => ({ parking: 'Getting there: "parking"', staff: 'Staff' })[id] ?? 'A theme no longer known',
}
const given = [
  { contributionId: 'c1', coderId: 'ann', themeIds: ['parking'], sentiment: 2, place: 1 },
  { contributionId: 'c1', coderId: 'bob', themeIds: [], sentiment: 4, place: 1 },
  { contributionId: 'c2', coderId: 'ann', themeIds: ['staff'], sentiment: null, place: 2 },
  { contributionId: 'c2', coderId: 'bob', themeIds: ['staff', 'parking'], sentiment: null, place: 2 },
]
const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })

test('INS-1: the file of answers says what each coder decided, and nothing in it can be reckoned with by a spreadsheet', () => {
  const rows = rowsOf(answersFile(given, names, (id) => (id === 'c1' ? [] : null)))
  assert.deepEqual(rows[0], {
    comment: '1',
    coder: 'Ann, the analyst',
    themes: 'Getting there: "parking"',
    sentiment: '2',
    settled_as: 'nothing fits',
  })
  assert.deepEqual([rows[1]!.coder, rows[1]!.themes], ["'=BOB()", 'nothing fits'])
  assert.deepEqual([rows[3]!.themes, rows[3]!.settled_as], ['Staff; Getting there: "parking"', ''])
})

test('INS-1: the file of measures has a line for each, and an empty cell where one is not defined', () => {
  const rows = rowsOf(measuresFile(measure(given, ['ann', 'bob'], ['parking', 'staff']), names))
  assert.deepEqual(
    rows.map((row) => [row.measure, row.of, row.comments]),
    [
      ['alpha nominal', 'all themes', '2'],
      ['alpha ordinal', 'sentiment', '1'],
      ['alpha nominal', 'Getting there: "parking"', '2'],
      ['alpha nominal', 'Staff', '2'],
      ["Cohen's kappa", 'Getting there: "parking"', '2'],
      ["Cohen's kappa", 'Staff', '2'],
      ['mean F1', 'Ann, the analyst and =BOB()', '2'],
    ],
  )
  assert.equal(rows.find((row) => row.of === 'Staff')?.value, '1')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkWorkbook, likeness } from './iai-check.ts'
import { letterOf, placeOf, type ResponseSheet, type SheetRow } from './iai-sheet.ts'

const row = (kind: SheetRow['kind'], column: string, text: string, more: Partial<SheetRow> = {}): SheetRow => ({
  sheet: kind,
  row: 4,
  kind,
  column,
  closed: '',
  number: '1',
  text,
  ...more,
})

const sound = [
  row('demographic', 'B', 'Who are you?', { number: '' }),
  row('multiple choice', 'C', 'Question 1: do you agree?'),
  row('hybrid', 'E', 'Question 2: is it useful?', { closed: 'D', number: '2' }),
]
const column = (filled: number, different: number) => ({
  filled,
  different: new Set(Array.from({ length: different }, (_, at) => String(at))),
})
const responses: ResponseSheet = {
  headers: ['Response ID', 'Who are you?', 'Question 1: do you agree?', 'Question 2: is it useful?', 'Question 2: is it useful? Why?'],
  columns: [column(50, 50), column(50, 3), column(50, 4), column(50, 4), column(50, 48)],
  rows: 50,
}

const failing = (rows: readonly SheetRow[], sheet: ResponseSheet | null = responses) =>
  checkWorkbook(rows, sheet).flatMap(({ number, passed }) => (passed === false ? [number] : []))

test('issue 3 item 5: a sound workbook passes all thirteen checks; each fault fails its own', () => {
  assert.equal(checkWorkbook(sound, responses).length, 13)
  assert.deepEqual(failing(sound), [])
  const [who, agree, useful] = sound as [SheetRow, SheetRow, SheetRow]
  const without = { headers: responses.headers.slice(0, 4), columns: responses.columns.slice(0, 4) }
  const faults: [number[], readonly SheetRow[], ResponseSheet?][] = [
    [
      [1, 3],
      [who, { ...agree, number: '' }, useful],
    ],
    [
      [2, 7, 13],
      [who, { ...agree, column: 'C3' }, useful],
    ],
    [[3], [who, { ...agree, number: 'Q1' }, useful]],
    [[4], [who, agree, useful, row('multiple choice', 'C', 'Question 1: do you agree?', { number: '3' })]],
    [[5], [who, agree, { ...useful, number: '1' }]],
    [[7], sound, { ...responses, ...without }],
    [[8], sound, { ...responses, columns: responses.columns.with(2, column(50, 40)) }],
    [[9], sound, { ...responses, columns: responses.columns.with(4, column(50, 3)) }],
    [[10, 13], [who, { ...agree, text: 'zzzz zzzz' }, useful], { ...responses, headers: [...responses.headers, 'Extra'] }],
    [[11], [who, { ...agree, text: 'Question 9: do you agree?' }, useful]],
    [
      [12, 13],
      [{ ...who, column: 'Z' }, agree, useful],
    ],
  ]
  for (const [numbers, rows, sheet] of faults) assert.deepEqual(failing(rows, sheet), numbers, `check ${numbers[0]}`)
  const many = Array.from({ length: 5 }, (_, at) =>
    row('multiple choice', letterOf(at), responses.headers[at] ?? '', { number: String(at) }),
  )
  assert.ok(failing(many).includes(6))
  assert.deepEqual(
    checkWorkbook(sound, null)
      .slice(5)
      .map(({ passed }) => passed),
    Array.from({ length: 8 }, () => null),
  )
})

test('columns are lettered as a spreadsheet letters them', () => {
  for (const [letters, place] of [
    ['A', 0],
    ['Z', 25],
    ['AA', 26],
    ['AC', 28],
    ['ZZ', 701],
    ['AAA', 702],
  ] as const) {
    assert.equal(placeOf(letters), place)
    assert.equal(letterOf(place), letters)
  }
})

test('how alike two texts are is as Python’s SequenceMatcher reckons it', () => {
  // Computed with difflib of Python 3.12: SequenceMatcher(None, one, other).ratio().
  assert.equal(likeness('abcd', 'bcde'), 0.75)
  assert.equal(likeness('', ''), 1)
  assert.equal(likeness('abc', 'xyz'), 0)
  assert.equal(Math.round(likeness('Do you agree?', 'Prop 1 Q1 - Do you agree or disagree?') * 10_000), 5200)
})

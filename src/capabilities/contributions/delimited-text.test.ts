import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createReader, type Delimiter, delimiterOf, delimiters, type Row } from './delimited-text.ts'

const readAll = (text: string, delimiter: Delimiter = ',') => {
  const reader = createReader(delimiter)
  return [...reader.read(text), ...reader.end()]
}
const cells = (rows: readonly Row[]) => rows.map((row) => ('cells' in row ? row.cells : row.reason))

test('a cell in quotation marks may hold delimiters, line feeds and doubled quotation marks', () => {
  const rows = readAll('a,b\r\n"one, two","he said ""hm""\nand left"\r\n3,4')
  assert.deepEqual(cells(rows), [
    ['a', 'b'],
    ['one, two', 'he said "hm"\nand left'],
    ['3', '4'],
  ])
})

test('rows are numbered as a spreadsheet numbers them: the header is 1, and a cell with line feeds makes no more rows', () => {
  const rows = readAll('a\n"x\ny\nz"\n\nlast\n')
  assert.deepEqual(
    rows.map(({ row }) => row),
    [1, 2, 4],
  )
})

test('a quotation mark that is never closed costs its own row and no other', () => {
  assert.deepEqual(cells(readAll('id,text\n1,good\n2,"broken\n3,kind\n4,quick\n')), [
    ['id', 'text'],
    ['1', 'good'],
    'A quotation mark is opened and never closed',
    ['3', 'kind'],
    ['4', 'quick'],
  ])
})

test('a stray quotation mark before a quoted row costs its own row and no other', () => {
  const rows = readAll('id,text\n2,"broken\n3,"kind, too"\n4,quick\n')
  assert.deepEqual(cells(rows).slice(2), [
    ['3', 'kind, too'],
    ['4', 'quick'],
  ])
  assert.ok('reason' in rows[1]!)
})

test('quotation marks inside a cell that does not begin with one are part of the words', () => {
  assert.deepEqual(cells(readAll('he said "fine",2\n')), [['he said "fine"', '2']])
})

test('the delimiter is the one that cuts the header most', () => {
  assert.equal(delimiterOf('a,b,c\n1;2;3'), ',')
  assert.equal(delimiterOf('a;b;"c,d"\n'), ';')
  assert.equal(delimiterOf('a\tb\n'), '\t')
  assert.equal(delimiterOf('only'), ',')
})

const delimiter = fc.constantFrom(...delimiters)
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '"', ',', ';', '\t', '\n'), maxLength: 8 })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
const written = (rows: readonly string[][], mark: Delimiter) =>
  rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(mark)).join('\r\n')

test('what was written in quotation marks is read as it was, wherever the text is cut on its way', () => {
  fc.assert(
    fc.property(table, delimiter, fc.array(fc.nat(), { maxLength: 6 }), (rows, mark, cuts) => {
      const text = written(rows, mark)
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other), text.length]
      const reader = createReader(mark)
      const read = places.slice(1).flatMap((end, at) => reader.read(text.slice(places[at], end)))
      assert.deepEqual(cells([...read, ...reader.end()]), rows)
    }),
  )
})

test('any text at all is read to its end', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 }), (text) => {
      const rows = readAll(text)
      assert.ok(rows.length <= text.split('\n').length)
    }),
  )
})

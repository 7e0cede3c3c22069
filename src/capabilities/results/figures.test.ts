import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { rowHolding } from './answered-part.ts'
import type { Sheet } from './result-sheet.ts'
import { partsOf, readView, writeView } from './result-view.ts'
import { sheetFormats } from './sheet-file.ts'
import { frameLines } from './theme-figure.ts'
import { weighted } from './weighted-group.ts'

const text = fc.oneof(
  fc.constantFrom('question:q1', 'theme:x', 'a=b&c', 'سيارة', '🚌', '%', '+'),
  fc.string({ minLength: 1, maxLength: 12 }),
)
const view = fc.record({
  rows: fc.option(text, { nil: null }),
  with: fc.option(text, { nil: null }),
  by: fc.option(text, { nil: null }),
  only: fc.uniqueArray(
    fc.record({ of: text.filter((of) => !of.includes('=')), values: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }) }),
    { maxLength: 3, selector: ({ of }) => of },
  ),
  weighted: fc.boolean(),
})

test('INS-3: whatever a view holds, its address brings it back', () => {
  fc.assert(
    fc.property(view, (some) => {
      const read = readView(partsOf(writeView(some)))
      const plain = structuredClone(some)
      assert.deepEqual(read, plain.rows === null ? { ...plain, with: null, by: plain.by ?? plain.with } : plain)
      assert.equal(writeView(read), writeView(readView(partsOf(writeView(read)))))
    }),
  )
})

test('INS-3: a number is in the band that holds it, a date in its month or its years, and a word in none', () => {
  const bands = ['-10..-1', '0..9', '10..19'].map((value) => ({ value, label: value }))
  assert.deepEqual(
    ['-3', '0', '9.5', '19', 'nine', ''].map((given) => rowHolding(bands, given)[0]),
    ['-10..-1', '0..9', '0..9', '10..19', undefined, undefined],
  )
  assert.deepEqual(rowHolding([{ value: '2026-03', label: 'March' }], '2026-03-31'), ['2026-03'])
  assert.deepEqual(rowHolding([{ value: '1950..1954', label: '' }], '1951-02-01'), ['1950..1954'])
})

test('INS-4: weighted counts are what adding up everyone’s weight gives, and who has none is left out', () => {
  const cells = [
    { values: { sex: 'f', age: 'old' }, weight: 0.5 },
    { values: { sex: 'm', age: 'old' }, weight: 2 },
    { values: { sex: 'm', age: '' }, weight: 1 },
  ]
  const weighting = {
    id: '',
    title: '',
    characteristics: ['sex', 'age'],
    cells,
    kishEffect: 1,
    effectiveSize: 1,
    largest: 2,
    responses: 3,
    baselineTitles: [],
  }
  const group = fc.record({
    count: fc.integer({ min: 1, max: 9 }),
    given: fc.tuple(fc.constant(['x']), fc.constantFrom(['f'], ['m'], null), fc.constantFrom(['old'], ['young'], null)),
  })
  fc.assert(
    fc.property(fc.array(group), (groups) => {
      const expected = groups.map(({ given: [, sex, age], count }) => {
        const cell = cells.find(
          ({ values }) => values.sex === (sex?.[0] ?? '') && values.age === (age?.[0] === 'young' ? '' : (age?.[0] ?? '')),
        )
        return count * (cell?.weight ?? 0)
      })
      assert.deepEqual(
        weighted(groups, weighting, 1).map(({ count }) => count),
        expected,
      )
    }),
  )
})

test('INS-3: a theme whose parent was put away stands at the top, and a circle of themes ends', () => {
  const theme = (id: string, parentId: string | null) => ({
    id,
    parentId,
    frameId: 'f',
    name: id,
    definition: '',
    includes: '',
    excludes: '',
    examples: '',
    position: 0,
    retired: false,
  })
  const spoken = [{ frameId: 'f', themeIds: ['low', 'gone'], count: 3 }]
  const [frame] = frameLines([{ id: 'f', title: 'F' }], [theme('top', null), theme('low', 'top'), theme('lost', 'gone')], {
    comments: spoken,
    responses: spoken,
    felt: [{ ...spoken[0]!, sentiment: 3 }],
  })
  assert.deepEqual(
    frame?.themes.map(({ themeId, depth, responses, feeling }) => [themeId, depth, responses, feeling.neither]),
    [
      ['lost', 0, 0, 0],
      ['top', 0, 3, 3],
      ['low', 1, 3, 3],
    ],
  )
  assert.equal(
    frameLines([{ id: 'f', title: 'F' }], [theme('a', 'b'), theme('b', 'a')], { comments: spoken, responses: spoken, felt: [] }).length,
    1,
  )
})

const sheet: Sheet = {
  title: 'Clinics. "2026"',
  rows: [
    {
      table: 'question:q',
      title: '=HYPERLINK("x")\u0000',
      row: 'a',
      row_label: '🚌, "bus"',
      column: '',
      column_label: 'Everyone',
      group: '',
      group_label: 'Everyone',
      count: 3,
      base: 4,
      share: 0.75,
      weighted_share: null,
      small: 1,
    },
  ],
  dictionary: [{ name: 'question:q', value: 'a', meaning: '@here' }],
}

test('INS-7: a workbook holds the figures as numbers and the dictionary beside them, and nothing that a spreadsheet would run', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await sheetFormats.xlsx!.write(sheet)) as never)
  const [figures, dictionary] = ['Figures', 'Data dictionary'].map((name) => book.getWorksheet(name)!)
  assert.deepEqual((figures!.getRow(2).values as unknown[]).slice(1, 3), ['question:q', '\'=HYPERLINK("x")'])
  assert.equal(figures!.getRow(2).getCell(9).value, 3)
  assert.equal(dictionary!.getRow(2).getCell(3).value, "'@here")
})

test('INS-7: for SPSS there are figures, what reads them, and the dictionary, with as many variables as columns', async () => {
  const zip = unzipSync((await sheetFormats.spss!.write(sheet)) as Uint8Array)
  assert.deepEqual(Object.keys(zip).sort(), ['dictionary.csv', 'figures.csv', 'figures.sps'])
  const [head = ''] = strFromU8(zip['figures.csv']!).split('\r\n')
  const syntax = strFromU8(zip['figures.sps']!)
  const variables = syntax.slice(syntax.indexOf('/VARIABLES='), syntax.indexOf('VARIABLE LABELS')).match(/^ {4}\w+ /gm)
  assert.equal(variables?.length, head.split(',').length)
  assert.match(strFromU8(zip['figures.csv']!), /"🚌, ""bus"""/)
})

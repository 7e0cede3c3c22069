import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { largestFile, readFrameFile } from './filed-frame.ts'
import { filedThemes } from './filed-theme.ts'
import { type DefinedTheme, meaningOf, type ThemePlan, themeTree, wouldCircle } from './frame.ts'
import { planFrame } from './planned-frame.ts'
import { frameCsv, frameTable, frameWorkbook } from './written-frame.ts'

const rows = (...lines: readonly (readonly string[])[]) => lines.map((cells, at) => ({ row: at + 1, cells: [...cells] }))
/** A plan as lines: 'Staff > Manner'. */
const lines = (themes: readonly ThemePlan[], above = ''): string[] =>
  themes.flatMap(({ name, themes: below = [] }) => [`${above}${name}`, ...lines(below, `${above}${name} > `)])

test('INS-1: the layout of the NHS framework is read: category, sub-category, what belongs there, examples; its colour is not', () => {
  const plan = planFrame(
    rows(
      ['Category', 'Sub-category', 'Sub-category description', 'Examples', 'color'],
      ['Staff', 'Manner & ways', 'How staff were.\n', "‘Kind’, 'rude'", '#FFB81C'],
      ['', 'Numbers', 'Enough of them', '', '#FFB81C'],
      ['Food', 'Meals', 'Meals', '', ''],
    ),
  )
  assert.deepEqual(lines(plan.themes), ['Staff', 'Staff > Manner & ways', 'Staff > Numbers', 'Food', 'Food > Meals'])
  assert.deepEqual(
    plan.columns.map(({ as }) => as),
    ['theme', 'sub-theme', 'definition', 'examples', null],
  )
  assert.equal(plan.themes[0]?.themes?.[0]?.definition, 'How staff were.')
  assert.equal(plan.themes[0]?.themes?.[0]?.examples, "‘Kind’, 'rude'")
  assert.deepEqual([plan.read, plan.count, plan.rejected], [3, 5, []])
})

test('INS-1: a column may name the parent, in rows of any order; a row for a category alone says what the category means', () => {
  const plan = planFrame(
    rows(['Theme', 'Parent', 'Description'], ['Bays', 'parking', 'x'], ['Parking', 'Travel', 'y'], ['Travel', '', 'z']),
  )
  assert.deepEqual(lines(plan.themes), ['Travel', 'Travel > Parking', 'Travel > Parking > Bays'])
  const paired = planFrame(rows(['Theme', 'Sub-theme', 'Definition'], ['Travel', 'Parking', 'y'], ['Travel', '', 'How people travel']))
  assert.deepEqual([lines(paired.themes), paired.themes[0]?.definition], [['Travel', 'Travel > Parking'], 'How people travel'])
})

test('INS-1: rows that cannot be used are listed with the reason, and the rest is read', () => {
  const plan = planFrame(
    rows(
      ['Theme', 'Parent'],
      ['Travel', ''],
      ['Parking', 'Nowhere'],
      ['', 'Travel'],
      ['TRAVEL', ''],
      ['x'.repeat(81), ''],
      ['Bays', 'Parking'],
      [' ', ''],
    ),
  )
  assert.deepEqual(lines(plan.themes), ['Travel'])
  assert.deepEqual(plan.rejected, [
    { row: 3, reason: 'There is no theme called “Nowhere” to put it under' },
    { row: 4, reason: 'It has no name' },
    { row: 5, reason: 'The same theme is in row 2 already' },
    { row: 6, reason: 'Its name is longer than 80 characters' },
    { row: 7, reason: 'Its parent in row 3 could not be used' },
  ])
  assert.equal(plan.read, 6)
})

test('INS-1: a frame with a circle is refused with its rows, and so is a theme under itself', () => {
  const header = ['Theme', 'Parent']
  assert.throws(() => planFrame(rows(header, ['A', 'B'], ['B', 'C'], ['C', 'A'], ['D', 'A'])), /circle: rows 2, 3, 4\./)
  assert.throws(() => planFrame(rows(header, ['Top', ''], ['A', 'a'])), /cannot stand under itself, as it does in row 3/)
})

test('INS-1: more than 5 levels, more than 2,000 themes, no header and no theme are refused in words', () => {
  const chain = Array.from({ length: 6 }, (_, at) => [`T${at}`, at === 0 ? '' : `T${at - 1}`])
  assert.throws(() => planFrame(rows(['Theme', 'Parent'], ...chain)), /5 levels, and these rows would be deeper: row 7/)
  assert.equal(planFrame(rows(['Theme', 'Parent'], ...chain.slice(0, 5))).count, 5)
  const many = Array.from({ length: 2001 }, (_, at) => [`T${at}`])
  assert.throws(() => planFrame(rows(['Theme'], ...many)), /2,001 themes: 2,000 is the most/)
  assert.throws(() => planFrame(rows(['Words', 'Score'], ['Kind', '5'])), /needs a header/)
  assert.throws(() => planFrame(rows(['Theme'])), /No row of the file could be used/)
  assert.throws(() => planFrame([]), /needs a header/)
})

test('INS-1: files that are empty, too large, damaged or something else are refused in words', async () => {
  await assert.rejects(readFrameFile(new Uint8Array()), /empty/)
  await assert.rejects(readFrameFile(new Uint8Array(largestFile + 1)), /larger than 5 MB/)
  await assert.rejects(readFrameFile(Buffer.from('PK\u0003\u0004 and no more')), /damaged/)
  await assert.rejects(readFrameFile(Buffer.from([0, 159, 146, 150, 10, 255, 254])), /needs a header/)
})

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('=1+1', "'=x", '-2', '🚌 buses', 'مواقف', 'a,"b"', '1.1'),
  )
  .map(
    (text) =>
      text
        .normalize('NFC')
        .replaceAll(/[\p{C}\s]+/gu, ' ')
        .trim() || 'x',
  )
const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('=SUM(A1)', 'one\ntwo', "''=", '@here', ' \n- x', '&amp;', '_x000D_'),
  )
  .map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[[\p{C}\u2028\u2029]--[\n]]/gv, '')
      .trim(),
  )
const frames = fc
  .array(fc.record({ name, under: fc.nat(30), definition: words, includes: words, excludes: words, examples: words }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((some) => {
    const themes: DefinedTheme[] = []
    for (const [at, { under, ...rest }] of some.entries()) {
      const parentId = under < themes.length && depth(themes, themes[under]!) < 5 ? themes[under]!.id : null
      const beside = themes.filter((theme) => theme.parentId === parentId)
      if (beside.some((theme) => theme.name.toLowerCase() === rest.name.toLowerCase())) continue
      themes.push({ ...rest, id: `t${at}`, frameId: 'f', parentId, position: beside.length, retired: false })
    }
    return themes
  })
const depth = (themes: readonly DefinedTheme[], theme: DefinedTheme): number => {
  const above = themes.find(({ id }) => id === theme.parentId)
  return above ? depth(themes, above) + 1 : 1
}

const plain = (themes: readonly ThemePlan[]): unknown =>
  themes.map(({ name, themes: below = [], ...meaning }) => [name, meaningOf(meaning), plain(below)])

test('INS-1: a frame written as CSV or as a workbook and brought in again is the same frame', async () => {
  await fc.assert(
    fc.asyncProperty(frames, async (themes) => {
      const meant = plain(themeTree(themes))
      for (const bytes of [Buffer.from(frameCsv(themes)), await frameWorkbook(themes)]) {
        const plan = await readFrameFile(bytes)
        assert.deepEqual(plan.rejected, [])
        assert.deepEqual(plain(plan.themes), meant)
      }
    }),
    { numRuns: 40 },
  )
})

test('whatever a file of themes holds, reading it ends in themes and reasons for every row, or in words for whoever chose it', () => {
  const cell = fc.constantFrom('', 'A', 'B', 'C', 'a', ' ', '1', '1.1', '=x')
  fc.assert(
    fc.property(
      fc.constantFrom(['Theme', 'Parent'], ['Category', 'Sub-category'], ['Number', 'Theme'], ['Theme', 'Examples']),
      fc.array(fc.tuple(cell, cell)),
      (header, some) => {
        const file = rows(header, ...some)
        try {
          const plan = planFrame(file)
          assert.equal(lines(plan.themes).length, plan.count)
          assert.ok(plan.rejected.every(({ row }) => row > 1 && row <= file.length))
        } catch (error) {
          assert.equal((error as Error).constructor.name, 'Refused')
        }
        assert.equal(filedThemes(file)?.read, some.filter((cells) => cells.some((text) => text.trim() !== '')).length)
      },
    ),
  )
})

test('a cell that a spreadsheet would reckon with is kept from it', () => {
  const theme = {
    ...meaningOf({ definition: '=HYPERLINK("x")' }),
    id: 'a',
    frameId: 'f',
    parentId: null,
    name: '+1',
    position: 0,
    retired: false,
  }
  assert.deepEqual(frameTable([theme])[1]?.slice(1, 4), ["'+1", '', '\'=HYPERLINK("x")'])
  assert.equal(wouldCircle([theme], 'a', 'a'), true)
})

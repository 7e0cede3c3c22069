import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { totalOf } from './baseline.ts'
import { createBaselineReader } from './baseline-file.ts'
import { binsFor } from './crosswalk.ts'
import { rowsIn } from './filed-row.ts'
import { placeReader } from './place-file.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/reference/', import.meta.url))
const skip = existsSync(folder) ? false : 'The folder ../shared/data is not here: the true files of populations are not tried'

const opened = (file: string) => {
  const bytes = createReadStream(folder + file)
  return file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
}

async function readFor(file: string, areas: string[]) {
  const reader = createBaselineReader({ areas, characteristic: null, boundaryYear: null })
  for await (const one of rowsIn(opened(file))) {
    assert.ok('cells' in one)
    reader.row(one.row, one.cells)
  }
  const { drafts, leftOut, rejected } = reader.finish()
  assert.deepEqual(rejected, [])
  return { drafts, leftOut, found: drafts.map(({ characteristic, groups }) => [characteristic, groups.length, totalOf(groups)]) }
}

// Counted in the files with other tools, for Havering (E09000016), or for what is named.
const files: [string, string[], unknown[]][] = [
  ['census2021_ethnicity19_ltla21.csv', ['E09000016'], [['ethnicity', 19, 262052]]],
  ['census2021_disability_ltla21.csv', ['E09000016'], [['disability', 2, 262052]]],
  ['census2021_religion_ltla24_aggregated.csv', ['Havering'], [['religion', 9, 262099]]],
  ['census2021_sexual_orientation_ltla21.csv', ['E09000016'], [['sexual-orientation', 5, 209730]]],
  ['mid2020_population_single_year_age_ltla21.csv', ['Havering'], [['age', 91, 260651]]],
  ['imd2025_lsoa21_icb24.csv.gz', ['E09000016'], [['deprivation', 10, 153]]],
  ['imd2019_lsoa11_icb22.csv.gz', ['E09000016'], [['deprivation', 10, 150]]],
  ['lsoa_ethnicity5_havering_rotherham.csv', ['Havering'], [['ethnicity', 5, 261995]]],
  [
    'fixture_gp-reg-pat-prac-quin-age.csv',
    ['B85010', 'B85054'],
    [
      ['practice', 2, 17468],
      ['age', 20, 17468],
      ['sex', 2, 17468],
    ],
  ],
]

for (const [file, areas, expected] of files)
  test(`PEO-9: ${file} is read in its own layout`, { skip }, async () => {
    assert.deepEqual((await readFor(file, areas)).found, expected)
  })

test('PEO-9: the ages of the Census file leave the oldest out, which is said and not used', { skip }, async () => {
  const { found, leftOut } = await readFor('census2021_age_band_sex_ltla21.csv', ['E09000016'])
  assert.deepEqual(found, [['sex', 2, 262052]])
  assert.match(leftOut[0]?.reason ?? '', /come to 243,032, and the file says 262,052/)
})

test('PEO-9: the practices of an ICB give ages, sexes, places and deprivation of one and the same list', { skip }, async () => {
  const { drafts } = await readFor('gp_practice_pcn_icb_imd_agesex_2023.csv.gz', ['QMF'])
  const totals = new Map(drafts.map(({ characteristic, groups }) => [characteristic, totalOf(groups)]))
  assert.deepEqual([...totals.keys()].sort(), ['age', 'deprivation', 'practice', 'sex'])
  assert.equal(totals.get('practice'), totals.get('deprivation'))
})

test('PEO-9: the crosswalk of ethnic groups agrees with the reference table, category by category', { skip }, async () => {
  const { drafts } = await readFor('census2021_ethnicity19_ltla21.csv', ['E09000016'])
  const rows: string[][] = []
  for await (const one of rowsIn(opened('ethnic_category_crosswalk.csv'))) if ('cells' in one) rows.push(one.cells)
  const coded = rows.slice(1).filter(([code, , , census]) => /^[A-S]$/.test(code ?? '') && census)
  const asked = {
    dimension: 'question:equality-ethnic-group',
    text: '',
    characteristic: 'ethnicity' as const,
    options: coded.map(([code = '']) => ({ value: code, label: code })),
  }
  const bins = binsFor(asked, drafts[0]!)
  assert.equal(bins.length, coded.length)
  for (const [code = '', , , census = ''] of coded)
    assert.ok(bins.find(({ choices }) => choices.includes(code))?.groups.includes(census), `${code} is ${census}`)
})

test('PEO-9: the NHS postcode directory is read in its own layout, without a header', { skip }, async () => {
  const found = []
  let reader: ReturnType<typeof placeReader> | undefined
  for await (const one of rowsIn(opened('fixture_gridall.csv'))) {
    assert.ok('cells' in one)
    reader ??= placeReader(one.cells)
    found.push(reader!.read(one.cells))
  }
  const at = { lsoa11: 'E01006920', lsoa21: null, district: 'E08000014' }
  assert.deepEqual(found, [
    { postcode: 'PR83LB', ...at },
    { postcode: 'PR60SY', ...at },
  ])
})

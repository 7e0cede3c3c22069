import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { countPairable, krippendorffAlpha, type Level } from './agreement.ts'
import { cohenKappa, fleissKappa, percentAgreement, scottPi } from './kappa.ts'
import { type Coded, readUnits } from './unit-pattern.ts'

const folder = '../shared/data/statistics/agreement'
const skip = existsSync(folder) ? false : `The published agreements are not here (${folder})`

interface Case {
  id: string
  coders_by_units: Coded[][]
  published: Record<string, number | string>
  computed: Partial<Record<Level, number>>
  pairable_values: number
}
const { krippendorff, kappa }: { krippendorff: Case[]; kappa: { id: string; data: string; [value: string]: number | string }[] } = skip
  ? { krippendorff: [], kappa: [] }
  : JSON.parse(readFileSync(`${folder}/agreement_reference.json`, 'utf8'))

/** Whether a number is what was printed, to the digits that were printed; one in the last place is allowed for printing by cutting off. */
function isAsPrinted(value: number | null, printed: number | string) {
  const digits = String(printed).split('.')[1]?.length ?? 0
  return value !== null && Math.abs(value - Number(printed)) < 10 ** -digits
}

test('INS-1: there are published cases to hold agreement against', { skip }, () => assert.equal(krippendorff.length, 14))

for (const { id, coders_by_units: coders, published, computed, pairable_values } of krippendorff) {
  test(`INS-1: ${id}: alpha is what was published and computed`, { skip }, () => {
    assert.equal(countPairable(readUnits(coders)), pairable_values)
    for (const [level, alpha] of Object.entries(computed) as [Level, number][])
      assert.ok(Math.abs((krippendorffAlpha(coders, level) ?? Number.NaN) - alpha) < 1e-12, level)
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const)
      if (published[level] !== undefined) assert.ok(isAsPrinted(krippendorffAlpha(coders, level), published[level]), level)
  })

  if (published['Percent agreement (ReCal2)'] !== undefined)
    test(`INS-1: ${id}: per cent, pi, kappa and alpha are what ReCal printed`, { skip }, () => {
      const [one, other] = coders as [Coded[], Coded[]]
      assert.ok(isAsPrinted(100 * (percentAgreement([one, other]) ?? 0), published['Percent agreement (ReCal2)']!))
      assert.ok(isAsPrinted(scottPi(one, other), published["Scott's π (ReCal2)"]!))
      assert.ok(isAsPrinted(cohenKappa(one, other), published["Cohen's κ (ReCal2)"]!))
      assert.ok(isAsPrinted(krippendorffAlpha([one, other], 'nominal'), published["Krippendorff's α (Hayes)"]!))
    })
}

/** Subjects × raters as the files have them, turned to coders × units. */
function codersIn(file: string): string[][] {
  const rows: string[][] = parse(readFileSync(`${folder}/${file}`, 'utf8'), { from_line: 2 })
  return rows[0]!.map((_, rater) => rows.map((row) => row[rater]!))
}

test('INS-1: Fleiss’s psychiatric diagnoses give his kappa and its z', { skip }, () => {
  const expected = kappa.find(({ id }) => id === 'fleiss-diagnoses')!
  const found = fleissKappa(codersIn(String(expected.data)))!
  assert.ok(Math.abs(found.kappa - Number(expected.fleiss_kappa)) < 1e-8)
  assert.ok(Math.abs(found.z - Number(expected.z)) < 1e-7)
})

test('INS-1: the ratings of videos agree as often as R’s irr says, exactly and within 1', { skip }, () => {
  const expected = kappa.find(({ id }) => id === 'percent-video')!
  const ratings = codersIn(String(expected.data)).map((row) => row.map(Number))
  assert.equal(100 * percentAgreement(ratings)!, expected.agree_pct_tol0)
  assert.equal(100 * percentAgreement(ratings, { within: 1 })!, expected.agree_pct_tol1)
})

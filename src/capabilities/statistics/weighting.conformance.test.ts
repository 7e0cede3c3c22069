import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { exactInterval, type Interval, wilsonCorrected, wilsonInterval } from './proportions.ts'
import { rake, rakeCells } from './raking.ts'
import { represent } from './representation.ts'

const folder = '../shared/data/statistics/weighting'
const skip = existsSync(folder) ? false : `R's weights and intervals are not here (${folder})`
const json = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))

const near = (found: number, expected: number, within: number, what = '') =>
  assert.ok(Math.abs(found - expected) <= within * Math.max(1, Math.abs(expected)), `${what}: ${found}, not ${expected}`)

type School = Record<'stype' | 'sch.wide' | 'api00' | 'enroll' | 'pw' | 'raked_weight', string>
const schools = (): School[] => parse(readFileSync(`${folder}/survey_apiclus1_raked.csv`, 'utf8'), { columns: true })

test('INS-4: 183 Californian schools are weighted as R’s survey package weights them', { skip }, () => {
  const { apiclus1 } = json('weighting_reference.json')
  const rows = schools()
  const found = rake({ rows, margins: apiclus1.margins, base: rows.map(({ pw }) => Number(pw)) })
  assert.equal(found.weights.length, apiclus1.n)
  for (const [row, weight] of found.weights.entries()) near(weight, Number(rows[row]!.raked_weight), 1e-6, `row ${row}`)
  const sumOf = (value: (row: School) => number) => found.weights.reduce((all, weight, row) => all + weight * value(rows[row]!), 0)
  near(sumOf(({ api00 }) => Number(api00)) / sumOf(() => 1), apiclus1.weighted_mean_api00, 1e-7, 'mean')
  near(
    sumOf(({ enroll }) => Number(enroll)),
    apiclus1.weighted_total_enroll,
    1e-7,
    'total',
  )
  near(found.largest, apiclus1.max_w, 1e-6, 'largest')
})

test('INS-4: the same schools as counts of each combination have the same weights', { skip }, () => {
  const { margins } = json('weighting_reference.json').apiclus1
  const rows = schools()
  const cells = [...Map.groupBy(rows, (row) => `${row.stype} ${row['sch.wide']}`).values()].map((same) => ({
    values: { stype: same[0]!.stype, 'sch.wide': same[0]!['sch.wide'] },
    count: same.length,
    expected: Number(same[0]!.raked_weight),
  }))
  const found = rakeCells({ cells, margins })
  for (const [cell, { expected }] of cells.entries()) near(found.weights[cell]!, expected, 1e-6)
  near(found.kishEffect, rake({ rows, margins }).kishEffect, 1e-9)
})

test('PEO-9: respondents by ethnic group are held against the population as R holds them', { skip }, () => {
  const expected = json('weighting_reference.json').representativeness_ethnicity
  const found = represent(
    expected.groups.map((label: string, at: number) => ({ label, count: expected.sample_n[at], population: expected.population_n[at] })),
  )
  for (const [at, group] of found.groups.entries()) {
    near(group.share!, expected.sample_share[at], 1e-10)
    near(group.populationShare, expected.population_share[at], 1e-10)
    near(group.index!, expected.index_sample_over_population[at], 1e-10)
    near(group.residual!, expected.std_residuals[at], 1e-10)
  }
  near(found.dissimilarity!, expected.dissimilarity, 1e-10)
  near(found.cramersV!, expected.cramers_v_gof, 1e-10)
  assert.ok('value' in found.chiSquare)
  near(found.chiSquare.value, expected.chisq, 1e-10)
  assert.equal(found.chiSquare.df, expected.df)
  near(found.chiSquare.p / expected.p, 1, 1e-8)
})

test('INS-3: intervals for a share are those of R and of Newcombe’s table', { skip }, () => {
  const { cases } = json('proportion_intervals.json')
  assert.equal(cases.length, 13)
  const bothNear = (found: Interval, expected: number[], within: number, what: string) => {
    near(found[0], expected[0]!, within, what)
    near(found[1], expected[1]!, within, what)
  }
  for (const { x, n, wilson95, wilson95_cc, clopper_pearson95, published_newcombe1998: published } of cases) {
    bothNear(wilsonInterval(x, n), wilson95, 1e-9, `Wilson, ${x} of ${n}`)
    bothNear(wilsonCorrected(x, n), wilson95_cc, 1e-9, `corrected, ${x} of ${n}`)
    bothNear(exactInterval(x, n), clopper_pearson95, 1e-9, `exact, ${x} of ${n}`)
    if (published) bothNear(wilsonInterval(x, n), published.wilson, 5e-5, `as printed, ${x} of ${n}`)
    if (published) bothNear(wilsonCorrected(x, n), published.wilson_cc, 5e-5, `corrected, as printed, ${x} of ${n}`)
  }
})

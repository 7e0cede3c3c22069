import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PairedBars, percent, render } from './index.ts'

const rows = [
  { label: 'Under 16', ours: 0.1, theirs: 0.2, cells: ['10', '10%', '20%', 'Far fewer'] },
  { label: '16 or over', ours: 0.9, theirs: 0.8, cells: ['90', '90%', '80%', 'More'] },
  { label: 'Not shown', ours: null, theirs: 0, cells: ['hidden', '–', '0%', ''] },
]
const html = render(
  <PairedBars
    id="age"
    title="Age"
    names={{ ours: 'those who answered', theirs: 'people who live here' }}
    columns={['People', 'Share', 'Population', 'In words']}
    rows={rows}
  />,
)

test('PEO-9: both bars of a group are drawn to one scale, and the table holds the same numbers', () => {
  const widths = [...html.matchAll(/gt-chart__bar--(\w+)"[^>]*width="([\d.]+)%"/g)].map(([, kind, width]) => [kind, Number(width)] as const)
  assert.deepEqual(
    widths.map(([kind]) => kind),
    ['ours', 'theirs', 'ours', 'theirs'],
  )
  const [ours, theirs, most] = widths.map(([, width]) => width) as [number, number, number]
  assert.ok(Math.abs(most / ours - 9) < 0.01 && Math.abs(theirs / ours - 2) < 0.01)
  const table = html.slice(html.indexOf('<table'))
  for (const { label, cells } of rows) for (const text of [label, ...cells]) assert.ok(table.includes(text), text)
})

test('PEO-9: where there is no share there is no bar, and nothing that is no number is shown', () => {
  assert.doesNotMatch(html, /NaN|null|undefined/)
  assert.match(html, /gt-chart__number--ours">–</)
})

test('a share is in whole per cent from 10 on, and a small one is never said to be nought', () => {
  assert.deepEqual([0, 0.0004, 0.0123, 0.0996, 0.5049, 1, null].map(percent), ['0%', 'under 0.1%', '1.2%', '10%', '50%', '100%', '–'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CrossTable, render, StackedBars } from './index.ts'

const cell = (count: number | '*', share: number | null, rest = {}) => ({ count, share, ...rest })
const table = (html: string) =>
  [...html.split('<table')[1]!.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text]) => text!.trim()),
  )

test('field 26: groups side by side have a bar for each share, and a table that says the same in numbers', () => {
  const html = render(
    <CrossTable
      id="c"
      title="Travel, by age"
      rowHead="Answer"
      columns={[
        { label: 'Young', of: 40 },
        { label: 'Old', of: 12 },
      ]}
      rows={[
        { label: 'Bus', cells: [cell(10, 0.25, { beside: 'weighted 30%' }), cell(3, null, { small: true })] },
        { label: 'Car', cells: [cell(30, 0.75), cell('*', null)] },
      ]}
    />,
  )
  assert.deepEqual(table(html), [
    ['Answer', 'Young (of 40)', 'Old (of 12)'],
    ['Bus', '10 (25%); weighted 30%', '3; small number'],
    ['Car', '30 (75%)', 'hidden'],
  ])
  const widths = [...html.matchAll(/<svg[^>]* width="([\d.]+)%"/g)].map(([, width]) => Number(width))
  assert.deepEqual(widths.length, 2)
  assert.ok(Math.abs(widths[1]! / widths[0]! - 3) < 0.01)
  assert.match(html, /tabindex="0"/)
})

test('so many groups that nobody could compare their bars are a table alone', () => {
  const columns = Array.from({ length: 60 }, (_, at) => ({ label: `Group ${at}`, of: 100 }))
  const rows = ['Yes', 'No'].map((label) => ({ label, cells: columns.map(() => cell(50, 0.5)) }))
  const html = render(<CrossTable id="c" title="Many" rowHead="Answer" columns={columns} rows={rows} />)
  assert.doesNotMatch(html, /<svg/)
  assert.equal(table(html)[1]?.length, 61)
})

test('a bar in parts is as long as any other, says its numbers in words, and is left out where there is nothing', () => {
  const html = render(
    <StackedBars
      id="s"
      title="How people feel"
      rowHead="Theme"
      parts={['Positive', 'Neither', 'Negative']}
      rows={[
        { label: 'Parking', counts: [1, 1, 2] },
        { label: 'Staff', counts: [0, 0, 0] },
      ]}
    />,
  )
  const parts = [...html.matchAll(/<rect[^>]* x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [Number(x), Number(width)])
  assert.deepEqual(parts, [
    [0, 25],
    [25, 25],
    [50, 50],
  ])
  assert.match(html, /1 positive, 1 neither, 2 negative[\s\S]*0 positive, 0 neither, 0 negative/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Bar, BarChart, render } from './index.ts'

const drawn = (bars: readonly Bar[], of?: number) => {
  const html = render(<BarChart id="when" title="When people would come" bars={bars} of={of} />)
  const [drawing, table] = html.split('<table') as [string, string]
  const texts = (pattern: RegExp, from: string) => [...from.matchAll(pattern)].map((match) => match[1]!.trim())
  return {
    html,
    drawing,
    numbers: texts(/gt-chart__number">([^<]*)/g, drawing),
    labels: texts(/gt-chart__label">([^<]*)/g, drawing),
    widths: texts(/<svg[^>]* width="([^"]*)%"/g, drawing).map(Number),
    table: [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].slice(1).map((row) => texts(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g, row[0])),
  }
}

test('field 26: the chart and its table have the same rows with the same numbers and shares', () => {
  const { numbers, labels, table } = drawn(
    [
      { label: 'Saturday', count: 1234 },
      { label: 'Sunday', count: 0 },
      { label: 'Any day', count: '*' },
    ],
    2468,
  )
  assert.deepEqual(table, [
    ['Saturday', '1,234', '50%'],
    ['Sunday', '0', '0%'],
    ['Any day', 'hidden', '–'],
  ])
  assert.deepEqual(
    labels,
    table.map((row) => row[0]),
  )
  assert.deepEqual(numbers, ['1,234 (50%)', '0 (0%)', 'hidden'])
})

test('the length of each bar is in proportion to its number', () => {
  const { widths } = drawn([
    { label: 'a', count: 40 },
    { label: 'b', count: 10 },
    { label: 'c', count: 20 },
  ])
  assert.equal(widths.length, 3)
  assert.ok(Math.abs(widths[0]! / widths[1]! - 4) < 0.01)
  assert.ok(Math.abs(widths[0]! / widths[2]! - 2) < 0.01)
})

test('a hidden number leaves no number, no share and no bar, whatever it was', () => {
  const { html, widths } = drawn(
    [
      { label: 'Seen', count: 9 },
      { label: 'Hidden', count: '*' },
    ],
    12,
  )
  assert.equal(widths.length, 1)
  assert.doesNotMatch(html.slice(html.indexOf('Hidden')), /gt-chart__bar/)
  assert.doesNotMatch(html, /\*|NaN|25%|>3</)
})

test('a chart of nothing but hidden numbers draws no bar at all', () => {
  const { html, widths } = drawn(
    [
      { label: 'a', count: '*' },
      { label: 'b', count: '*' },
    ],
    6,
  )
  assert.deepEqual(widths, [])
  assert.doesNotMatch(html, /NaN|Infinity|%/)
})

test('a long label is whole in the chart as in the table', () => {
  const label = 'I would come on any day of the week if only there were a bus that ran home again after the clinic had finished'
  assert.deepEqual(drawn([{ label, count: 7 }]).labels, [label])
})

test('a share that is not nought or all of them is not rounded to that', () => {
  assert.deepEqual(
    drawn(
      [
        { label: 'a', count: 1 },
        { label: 'b', count: 999 },
      ],
      1000,
    ).numbers,
    ['1 (under 1%)', '999 (over 99%)'],
  )
})

test('field 26: a chart is a drawing with a name and a description that exist, never a canvas', () => {
  const { drawing, html } = drawn([{ label: 'a', count: 5 }])
  assert.doesNotMatch(html, /<canvas/)
  const role = /role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(drawing)!
  assert.match(drawing, new RegExp(`id="${role[1]}">When people would come<`))
  assert.match(drawing, new RegExp(`id="${role[2]}">A bar chart`))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render, ThreadDrawing, ThreadList, type ThreadStep } from './index.ts'

const shared: ThreadStep = { id: 'c2', kind: 'contribution', text: 'The bus stops at five' }
const steps: ThreadStep[] = [
  {
    id: 'f',
    kind: 'finding',
    text: 'Buses matter',
    current: true,
    next: [
      { id: 't1', kind: 'theme', text: 'Buses', href: '/t1', next: [{ id: 'c1', kind: 'contribution', text: 'No bus' }, shared] },
      { id: 't2', kind: 'theme', text: 'Hours', next: [shared] },
    ],
  },
]

test('the list nests what followed, names each kind, and marks the one in question', () => {
  const html = render(<ThreadList steps={steps} />)
  assert.equal(html.match(/<ol/g)?.length, 4)
  assert.match(html, /<li class="gt-thread__step" aria-current="true">[\s\S]*Finding[\s\S]*Buses matter/)
  assert.match(html, /Theme[\s\S]*<a href="\/t1">Buses<\/a>/)
})

test('the drawing has each knot once and each link once, and hides from screen readers', () => {
  const html = render(<ThreadDrawing steps={steps} />)
  assert.match(html, /^<svg[^>]* aria-hidden="true"/)
  assert.equal(html.match(/<circle/g)?.length, 5)
  assert.equal(html.match(/<path/g)?.length, 5)
  assert.equal(html.match(/--current/g)?.length, 1)
})

test('whichever end a list begins at, the drawing runs from what was said', () => {
  const forwards: ThreadStep[] = [{ id: 'c', kind: 'contribution', text: 'a', next: [{ id: 't', kind: 'theme', text: 'b' }] }]
  const backwards: ThreadStep[] = [{ id: 't', kind: 'theme', text: 'b', next: [{ id: 'c', kind: 'contribution', text: 'a' }] }]
  const paths = (given: ThreadStep[]) => /<path[^>]* d="([^"]+)"/.exec(render(<ThreadDrawing steps={given} />))![1]
  assert.equal(paths(forwards), paths(backwards))
})

test('a single kind makes no drawing', () => {
  assert.equal(render(<ThreadDrawing steps={[shared]} />), '')
})

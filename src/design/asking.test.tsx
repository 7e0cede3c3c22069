import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfirmForm, Empty, Pager, render, TypedBack } from './index.ts'

test('a destructive act is asked once, by a form that posts, with a way out', () => {
  const html = render(
    <ConfirmForm question="Close it?" action="/closure" fields={{ reason: 'Late' }} confirm="Close consultation" cancel={{ href: '/back' }}>
      <p>No one can answer after this.</p>
    </ConfirmForm>,
  )
  assert.match(
    html,
    /<form method="post" action="\/closure"[\s\S]*type="hidden" name="reason" value="Late"[\s\S]*Close consultation[\s\S]*href="\/back"/,
  )
})

test('everything typed comes back, to read and to copy, with its lines', () => {
  const html = render(
    <TypedBack
      entries={[
        { name: 'Why?', value: 'One\n  two' },
        { name: 'Left out', value: '  ' },
      ]}
    />,
  )
  assert.match(html, /<dd[\s\S]*One<br\/>\s*two/)
  assert.match(html, /<textarea[^>]*readonly[^>]*>Why\?\nOne\n {2}two<\/textarea>/)
  assert.doesNotMatch(html, /Left out/)
})

test('nothing typed, nothing shown', () => {
  assert.equal(render(<TypedBack entries={[]} />), '')
})

test('an empty list says how to begin', () => {
  assert.match(
    render(<Empty begin={{ text: 'Add a theme', href: '/new' }}>There are no themes yet.</Empty>),
    /no themes yet[\s\S]*href="\/new"[\s\S]*Add a theme/,
  )
})

test('the pager shows only the pages that there are', () => {
  assert.equal(render(<Pager />), '')
  assert.match(render(<Pager next="/n" />), /rel="next"/)
  assert.doesNotMatch(render(<Pager next="/n" />), /rel="prev"/)
})

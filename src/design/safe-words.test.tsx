import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { render, SafeWords } from './index.ts'

const shown = (words: string, inline = false) => render(<SafeWords words={words} inline={inline} />)
const mark = '<span class="gt-removed" lang="en" dir="ltr">[removed]</span>'

test('paragraphs and line breaks are kept', () => {
  assert.equal(shown('One\ntwo\r\n\r\nThree\n'), '<div class="gt-words"><p dir="auto">One<br/>two</p><p dir="auto">Three</p></div>')
})

test('within a sentence there are no paragraphs', () => {
  assert.equal(shown('One\n\ntwo', true), '<span class="gt-words" dir="auto">One two</span>')
})

test('a mark for what was removed does not tell how long it was, nor how many words', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('█', ' ', '\n'), minLength: 1 }), (run) => {
      for (const inline of [true, false]) assert.equal(shown(`a █${run}█ b`, inline), shown('a █ b', inline))
    }),
  )
  assert.match(shown('a ███ b'), new RegExp(`a ${mark.replace(/[[\]]/g, '\\$&')} b`))
})

test('the words beside a mark stay, and two marks with words between them stay two', () => {
  assert.equal(shown('██ went to ████ today', true).split('[removed]').length, 3)
})

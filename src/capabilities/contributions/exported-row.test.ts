import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harmless, withoutBlocks } from './exported-row.ts'

test('a cell that a spreadsheet would reckon with begins with an apostrophe', () => {
  for (const text of ['=1+1', '+44 20', '-2 for parking', '@here', '\tx', ' =HYPERLINK("a")']) assert.equal(harmless(text), `'${text}`)
  assert.equal(harmless('Fine, 2=2'), 'Fine, 2=2')
  assert.equal(harmless(null), '')
})

test('what was redacted is one mark, however long it was', () => {
  assert.equal(withoutBlocks('Nurse ███ ████ was kind to █'), 'Nurse [removed] was kind to [removed]')
})

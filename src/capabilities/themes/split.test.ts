import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSignWords, suggestPart } from './split.ts'

const parts = [
  { themeId: 'cost', name: 'Cost', words: ['cost', 'pay'] },
  { themeId: 'bays', name: 'Blue badge bays', words: ['badge', 'جراج', '♿'] },
]

test('INS-1: words suggest a part where they begin a word, whatever their capitals', () => {
  assert.deepEqual(suggestPart('I had to PAY again', parts), { themeId: 'cost', because: ['pay'] })
  assert.equal(suggestPart('I had to repay it', parts), null)
  assert.equal(suggestPart('لا يوجد جراج', parts)?.themeId, 'bays')
  assert.equal(suggestPart('No ♿ place', parts)?.themeId, 'bays')
})

test('where two parts have as much for them nothing is suggested; where one has more, that one is', () => {
  assert.equal(suggestPart('The badge costs too much', parts), null)
  assert.equal(suggestPart('Paying the cost of a badge', parts)?.themeId, 'cost')
  assert.equal(suggestPart('', parts), null)
})

test('words are typed with commas, semicolons or lines between them, each counts once', () => {
  assert.deepEqual(readSignWords(' Parking, blue badge;\nparking,, '), ['parking', 'blue badge'])
  assert.deepEqual(readSignWords(''), [])
})

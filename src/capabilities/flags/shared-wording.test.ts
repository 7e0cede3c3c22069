import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mostUsed, ownWords, partsOf, sharedRuns } from './shared-wording.ts'

const letter = 'Please keep the walk-in centre at Fenwick Road open every day of the week.'
const texts = [letter, letter, `${letter} My mother cannot drive.`, `As a carer: ${letter}`]

test('field 19: the shared wording is told from what each person added', () => {
  const shared = sharedRuns(texts)
  assert.deepEqual(ownWords(texts[0]!, shared), [])
  assert.deepEqual(ownWords(texts[2]!, shared), ['My mother cannot drive.'])
  assert.deepEqual(ownWords(texts[3]!, shared), ['As a carer:'])
  assert.equal(mostUsed(texts), letter)
  assert.equal(mostUsed([]), null)
})

test('nothing of a text is lost between its parts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (others, text) => {
      const parts = partsOf(text, sharedRuns([...others, text, text]))
      assert.equal(parts.map((part) => part.text).join(''), text.normalize('NFC'))
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupNearTexts } from './near-text.ts'

const numbered = (texts: readonly string[]) => texts.map((words, at) => ({ id: String(at), words }))
const campaign =
  'Please do not close the minor injuries unit at the cottage hospital, because people without a car cannot get to the city at night or on a Sunday'

test('INS-2: texts of a campaign are one group, though some were changed a little; others stay alone', () => {
  const texts = [
    'The nurse was kind to me',
    campaign,
    `${campaign}. Thank you`,
    'Waited four hours',
    campaign.replace('a Sunday', 'Sundays').toUpperCase(),
    `Dear Sirs, ${campaign}!`,
  ]
  assert.deepEqual(groupNearTexts(numbered(texts)), [['1', '2', '4', '5']])
})

test('INS-2: capitals, spaces and marks make no difference; a different word in a short text does', () => {
  assert.deepEqual(
    groupNearTexts(numbered(['Nothing.', 'very good', ' nothing', 'NOTHING!', 'very bad', 'Very  good'])),
    [
      ['1', '5'],
      ['0', '2'],
    ].reverse(),
  )
})

test('INS-2: texts without a word are alike to none', () => {
  assert.deepEqual(groupNearTexts(numbered(['', ' ', '…', '…', '\u0000'])), [])
})

test('INS-2: every text is in one group at most, and its own copy is always with it', () => {
  const word = fc.constantFrom('bus', 'late', 'kind', 'nurse', 'no', 'parking', 'بارد', '👍')
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 20 }), (said) => {
      const texts = said.map((words) => words.join(' '))
      const groups = groupNearTexts(numbered([...texts, ...texts]))
      const ids = groups.flat()
      assert.equal(new Set(ids).size, ids.length)
      texts.forEach((words, at) => {
        if (words === '') return
        const home = groups.find((group) => group.includes(String(at)))
        assert.ok(home?.includes(String(at + texts.length)))
      })
    }),
  )
})

test('INS-2: a long text, and ten thousand equal ones, take no time to speak of', () => {
  const long = 'the waiting room was cold and nobody came to say why '.repeat(380)
  const equal = Array.from({ length: 10_000 }, () => 'Nothing at all')
  const before = performance.now()
  assert.equal(groupNearTexts(numbered([long, `${long} so`, ...equal])).length, 2)
  assert.ok(performance.now() - before < 5000)
})

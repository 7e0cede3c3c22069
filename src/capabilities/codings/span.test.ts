import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWithin, lengthOf, piecesOf, sentencesOf, sliceOf } from './span.ts'

const family = '👨‍👩‍👧‍👦'

/** Any text there is, and much of it emoji, Welsh, Urdu, redactions and line breaks. */
const anyWords = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Da iawn, ', 'ŵŷ. ', 'شکریہ۔ ', family, '👍🏽', '█', '███', ' ', '\n', '\r\n', 'Dr. Patel. ', 'e\u0301'),
    ),
  )
  .map((parts) => parts.join(''))

const sentences = (words: string) => sentencesOf(words).map((span) => sliceOf(words, span))

test('INS-1: an emoji counts as the code points it is made of, and is never cut in two', () => {
  assert.equal(lengthOf(family), 7)
  assert.equal(sliceOf(`a${family}b`, { start: 1, end: 8 }), family)
  assert.equal(sliceOf('a👍b', { start: 1, end: 2 }), '👍')
})

test('INS-1: a comment falls into its sentences, in English, Welsh and Urdu', () => {
  assert.deepEqual(sentences('Parking is bad. The staff were kind! 😀 '), ['Parking is bad.', 'The staff were kind!', '😀'])
  assert.deepEqual(sentences('Roedd y staff yn garedig. Diolch!'), ['Roedd y staff yn garedig.', 'Diolch!'])
  assert.deepEqual(sentences('ڈاکٹر اچھے تھے۔ انتظار لمبا تھا۔'), ['ڈاکٹر اچھے تھے۔', 'انتظار لمبا تھا۔'])
  assert.deepEqual(sentences('First line\nSecond line'), ['First line', 'Second line'])
})

test('a title before a name does not end a sentence', () => {
  assert.deepEqual(sentences('I saw Dr. Patel at 9. Mrs. Jones was there.'), ['I saw Dr. Patel at 9.', 'Mrs. Jones was there.'])
})

test('words that were taken out keep their place, and a sentence of nothing else is left out', () => {
  const words = 'I saw ███ ██████. ██████████. She was kind.'
  assert.deepEqual(sentences(words), ['I saw ███ ██████.', 'She was kind.'])
  assert.deepEqual(
    piecesOf(words, [{ start: 2, end: 8 }]).map((piece) => [piece.text, piece.removed, piece.within]),
    [
      ['I ', false, []],
      ['saw ', false, [0]],
      ['███ ██████', true, [0]],
      ['. ', false, []],
      ['██████████', true, []],
      ['. She was kind.', false, []],
    ],
  )
})

test('INS-1: for any text, its pieces joined again are the text, and each stands where it says', () => {
  fc.assert(
    fc.property(anyWords, fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (words, pairs) => {
      const spans = pairs.map(([start, length]) => ({ start, end: start + length + 1 }))
      const pieces = piecesOf(words, spans)
      assert.equal(pieces.map((piece) => piece.text).join(''), words)
      for (const piece of pieces) assert.equal(sliceOf(words, piece), piece.text)
    }),
  )
})

test('INS-1: for any text, its sentences lie within it, in order, and leave out nothing but white space and what was taken out', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      const spans = sentencesOf(words)
      let at = 0
      for (const span of spans) {
        assert.ok(isWithin(words, span))
        assert.doesNotMatch(sliceOf(words, { start: at, end: span.start }), /[^\s\p{P}█]/u)
        at = span.end
      }
      assert.doesNotMatch(sliceOf(words, { start: at, end: lengthOf(words) }), /[^\s\p{P}█]/u)
    }),
  )
})

test('a span outside the words, empty, or of white space alone is not within them', () => {
  const words = 'Kind 👍 staff'
  assert.equal(isWithin(words, { start: 5, end: 6 }), true)
  assert.equal(isWithin(words, { start: 0, end: lengthOf(words) }), true)
  for (const [start, end] of [
    [0, lengthOf(words) + 1],
    [3, 3],
    [6, 2],
    [-1, 2],
    [4, 5],
    [0.5, 2],
  ] as const)
    assert.equal(isWithin(words, { start, end }), false, `${start}-${end}`)
})

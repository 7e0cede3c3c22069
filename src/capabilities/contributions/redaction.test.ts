import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blackedOut, isWithin, placesOf } from './redaction.ts'

test('places are counted in code points: an emoji is one', () => {
  assert.deepEqual(placesOf('😀 Nurse Joy 👩‍⚕️ and Joy', 'Joy'), [
    { startAt: 8, endAt: 11 },
    { startAt: 21, endAt: 24 },
  ])
  assert.equal(blackedOut('😀 Joy', placesOf('😀 Joy', 'Joy')), '😀 ███')
})

test('words that are not there have no place, and nothing has none', () => {
  assert.deepEqual(placesOf('fine', 'Fine'), [])
  assert.deepEqual(placesOf('fine', ''), [])
})

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀', 'é', ' ', '𝔾'), maxLength: 20 })
const some = fc.string({ unit: fc.constantFrom('a', 'b', '😀'), minLength: 1, maxLength: 3 })

test('every place holds just the words wanted, and after blacking them out none is left', () => {
  fc.assert(
    fc.property(letters, some, (words, wanted) => {
      const places = placesOf(words, wanted)
      const points = Array.from(words)
      for (const place of places) {
        assert.ok(isWithin(words, place))
        assert.equal(points.slice(place.startAt, place.endAt).join(''), wanted)
      }
      const hidden = blackedOut(words, places)
      assert.ok(!hidden.includes(wanted))
      assert.equal(Array.from(hidden).length, points.length)
    }),
  )
})

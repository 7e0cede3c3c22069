import { test } from 'node:test'
import fc from 'fast-check'
import { fewest, smallValues } from './package-column.ts'

test('INS-6: of every column that is given away, no value and no gap made for a rare one is shared by fewer than five', () => {
  const counts = fc.dictionary(fc.constantFrom('', 'a', 'b', 'c'), fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(counts, (given) => {
      const before = new Map(Object.entries(given))
      const hidden = smallValues(new Map([['q', before]])).get('q')
      if (hidden === null || hidden === undefined) return hidden === null
      const after = new Map<string, number>()
      for (const [value, count] of before) {
        const shown = hidden.has(value) ? '' : value
        after.set(shown, (after.get(shown) ?? 0) + count)
      }
      if (hidden.size === 0) after.delete('')
      return [...after.values()].every((count) => count === 0 || count >= fewest)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DateInLondon, formatDate, formatMoment, render } from './index.ts'

test('a date is shown in words', () => {
  assert.equal(formatDate('2026-09-30'), '30 September 2026')
  assert.throws(() => formatDate('2026-13-01'), RangeError)
})

test('a moment is shown by the clock in London, in summer and winter', () => {
  assert.equal(formatMoment(new Date('2026-07-01T23:30:00Z')), '2 July 2026 at 12:30am')
  assert.equal(formatMoment(new Date('2026-12-01T23:30:00Z')), '1 December 2026 at 11:30pm')
  assert.equal(formatMoment(new Date('2026-12-01T09:00:00Z')), '1 December 2026 at 9am')
  assert.equal(formatMoment(new Date('2026-12-01T12:00:00Z')), '1 December 2026 at midday')
  assert.equal(formatMoment(new Date('2026-12-01T00:00:00Z')), '1 December 2026 at midnight')
  assert.equal(formatMoment(new Date('2026-12-01T12:05:00Z')), '1 December 2026 at 12:05pm')
})

test('both can be read by machines', () => {
  assert.equal(render(<DateInLondon on="2026-09-30" />), '<time datetime="2026-09-30">30 September 2026</time>')
  assert.match(
    render(<DateInLondon at={new Date('2026-09-30T10:00:00Z')} />),
    /^<time datetime="2026-09-30T10:00:00.000Z">30 September 2026 at 11am</,
  )
})

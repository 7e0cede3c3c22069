import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Repeated, sameThroughout } from './repeated-response.ts'

const sent = (responseId: string, minute: number, more: Partial<Repeated> = {}): Repeated => ({
  responseId,
  receivedAt: new Date(Date.UTC(2026, 2, 10, 10, minute)),
  alike: 'x',
  words: 0,
  ticks: 8,
  ...more,
})
const linked = { isAnonymous: false }

test('SAY-4: the same ticks within an hour may be one person; the same ticks on another day, and a poll of one question, are not', () => {
  const twice = [sent('a', 0), sent('b', 20), sent('c', 60 * 24)]
  assert.deepEqual(sameThroughout(twice, linked), [['a', 'b']])
  assert.deepEqual(sameThroughout(twice, { isAnonymous: true }), [])
  assert.deepEqual(sameThroughout([sent('a', 0, { ticks: 1 }), sent('b', 1, { ticks: 1 })], linked), [])
})

test('SAY-4: twelve words or more that are the same, with the same ticks, may be one person whenever they came, anonymous or not', () => {
  const far = [sent('a', 0, { words: 12, ticks: 0 }), sent('b', 60 * 24, { words: 12, ticks: 0 })]
  assert.deepEqual(sameThroughout(far, { isAnonymous: true }), [['a', 'b']])
  assert.deepEqual(sameThroughout([...far, sent('c', 0, { alike: 'y', words: 30 })], linked), [['a', 'b']])
})

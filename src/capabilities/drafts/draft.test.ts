import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newToken } from '#platform/ids.ts'
import { endOf, hourOf, keysOf, lastDay, pathToKeep, pathWith } from './draft.ts'

test('SAY-3: saved answers are kept for 30 days, or until the survey closes where that is sooner', () => {
  assert.equal(lastDay('2026-03-10', null), '2026-04-09')
  assert.equal(lastDay('2026-03-10', '2026-12-31'), '2026-04-09')
  assert.equal(lastDay('2026-03-10', '2026-04-09'), '2026-04-09')
  assert.equal(lastDay('2026-03-10', '2026-03-10'), '2026-03-10')
})

test('a day ends at midnight in London, in summer too', () => {
  assert.equal(endOf('2026-01-15').toISOString(), '2026-01-16T00:00:00.000Z')
  assert.equal(endOf('2026-07-15').toISOString(), '2026-07-15T23:00:00.000Z')
  assert.equal(endOf('2026-03-28').toISOString(), '2026-03-29T00:00:00.000Z')
  assert.equal(endOf('2026-03-29').toISOString(), '2026-03-29T23:00:00.000Z')
})

test('a moment is kept to the hour', () => {
  assert.deepEqual(hourOf(new Date('2026-03-10T10:59:59.999Z')), new Date('2026-03-10T10:00:00Z'))
})

test('field 8: one secret leads to a draft and to an address by two hashes that have nothing in common', () => {
  const token = newToken()
  const { draft, address } = keysOf(token)
  assert.equal(draft.length, 32)
  assert.ok(!draft.equals(address))
  assert.deepEqual(keysOf(token), { draft, address })
})

test('the path to go on is kept without the secret and found again with it', () => {
  const returnPath = (token: string) => `/testshire/respond?saved=${encodeURIComponent(token)}`
  const token = newToken()
  assert.equal(pathWith(pathToKeep(returnPath), token), returnPath(token))
  assert.ok(!pathToKeep(returnPath).includes(token))
})

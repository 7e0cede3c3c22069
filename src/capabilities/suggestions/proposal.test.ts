import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unlikeDismissed } from './proposal.ts'

const dismissed = [{ name: 'Car park lights', ids: ['a', 'b', 'c'] }]

test('INS-2: what was dismissed is not proposed again, under its name or with most of its comments', () => {
  const found = [
    { name: 'car park LIGHTS', ids: ['x', 'y'] },
    { name: 'Dark at night', ids: ['a', 'b', 'd', 'e'] },
    { name: 'Street', ids: ['c', 'd', 'e'] },
  ]
  assert.deepEqual(
    unlikeDismissed(found, dismissed).map(({ name }) => name),
    ['Street'],
  )
})

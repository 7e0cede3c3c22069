import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validate, version } from 'uuid'
import { isId, newBlindId, newId, newSalt } from './ids.ts'

test('ids sort in the order of their making, thousands within one millisecond too', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids.slice(0, 100)) assert.ok(isId(id) && validate(id) && version(id) === 7)
})

test('an id begins with the moment of its making', () => {
  const before = Date.now()
  const moment = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  // Those made within one millisecond may borrow from the next.
  assert.ok(moment >= before - 1 && moment <= Date.now() + 5)
})

test('no two salts are alike, nor do they change when more are made', () => {
  const salts = Array.from({ length: 1000 }, newSalt)
  const kept = salts.map((salt) => salt.toString('hex'))
  Array.from({ length: 1000 }, newSalt)
  assert.deepEqual(
    salts.map((salt) => salt.toString('hex')),
    kept,
  )
  assert.equal(new Set(kept).size, 1000)
  assert.equal(version(newBlindId()), 4)
})

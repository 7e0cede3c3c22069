import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyOf, isNameTaken, meaningOf, readDown, type Theme, themeTree, wouldCircle } from './frame.ts'

const theme = (id: string, parentId: string | null = null, position = 0): Theme => ({
  id,
  frameId: 'frame',
  parentId,
  name: id,
  ...meaningOf({}),
  position,
  retired: false,
})

const travel = [theme('travel'), theme('parking', 'travel', 1), theme('buses', 'travel', 0), theme('disabled bays', 'parking')]

test('INS-1: themes stand in a tree, in their order', () => {
  const [top] = themeTree(travel)
  assert.deepEqual(
    top?.themes.map(({ name }) => name),
    ['buses', 'parking'],
  )
  assert.deepEqual(
    readDown(travel).map(({ fullName }) => fullName),
    ['travel', 'travel: buses', 'travel: parking', 'travel: parking: disabled bays'],
  )
})

test('a theme whose parent was put away is not lost', () => {
  assert.deepEqual(
    readDown([theme('buses', 'travel')]).map(({ fullName }) => fullName),
    ['buses'],
  )
})

test('INS-1: a theme cannot come to stand under itself', () => {
  assert.equal(wouldCircle(travel, 'travel', 'disabled bays'), true)
  assert.equal(wouldCircle(travel, 'travel', 'travel'), true)
  assert.equal(wouldCircle(travel, 'buses', 'disabled bays'), false)
  assert.equal(wouldCircle(travel, 'parking', null), false)
})

test('INS-1: however themes are moved, every one of them can still be reached from the top', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)))), (moves) => {
      const themes = ids.map((id) => theme(id))
      for (const [id, parentId] of moves) if (!wouldCircle(themes, id, parentId)) themes.find((one) => one.id === id)!.parentId = parentId
      assert.equal(readDown(themes).length, ids.length)
      for (const id of ids) assert.ok(familyOf(themes, id).has(id))
    }),
  )
})

test('two themes side by side cannot have the same name; two in different places can', () => {
  assert.equal(isNameTaken(travel, { name: 'Parking', parentId: 'travel' }), true)
  assert.equal(isNameTaken(travel, { name: 'parking', parentId: null }), false)
  assert.equal(isNameTaken(travel, { name: 'parking', parentId: 'travel', exceptId: 'parking' }), false)
})

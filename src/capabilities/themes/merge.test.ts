import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DefinedTheme, meaningOf, readDown, type Theme, wouldCircle } from './frame.ts'
import { movesOfMerge, movesOfReversal, namesInTheWay } from './merge.ts'

const theme = (id: string, parentId: string | null = null): DefinedTheme => ({
  ...meaningOf({}),
  id,
  frameId: 'frame',
  parentId,
  name: id,
  position: 0,
  retired: false,
})

const travel = [theme('travel'), theme('parking', 'travel'), theme('bays', 'parking'), theme('cost')]

const after = (themes: readonly Theme[], from: string, into: string) => {
  const moves = movesOfMerge(themes, from, into)
  return themes
    .filter(({ id }) => id !== from)
    .map((one) => ({ ...one, parentId: (moves.find(({ id }) => id === one.id) ?? one).parentId }))
}

test('INS-1: what stood under a theme stands under the one it became', () => {
  assert.deepEqual(movesOfMerge(travel, 'parking', 'cost'), [{ id: 'bays', parentId: 'cost' }])
  assert.deepEqual(
    readDown(after(travel, 'travel', 'bays')).map(({ fullName }) => fullName),
    ['bays', 'bays: parking', 'cost'],
  )
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const trees = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 8 }).map((moves) => {
  const themes = ids.map((id) => theme(id))
  for (const [id, parentId] of moves) if (!wouldCircle(themes, id, parentId)) themes.find((one) => one.id === id)!.parentId = parentId
  return themes
})

test('INS-1: whatever becomes whatever, every other theme can still be reached from the top', () => {
  fc.assert(
    fc.property(trees, fc.constantFrom(...ids), fc.constantFrom(...ids), (themes, from, into) => {
      fc.pre(from !== into)
      const merged = after(themes, from, into)
      assert.equal(readDown(merged).length, ids.length - 1)
      assert.ok(merged.every(({ parentId }) => parentId !== from))
    }),
  )
})

test('INS-1: a merge taken back puts every theme where it stood, and never one under itself, whatever was moved meanwhile', () => {
  fc.assert(
    fc.property(
      trees,
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
      fc.array(fc.tuple(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids))), { maxLength: 3 }),
      (themes, from, into, meanwhile) => {
        fc.pre(from !== into)
        const returning = { ...themes.find(({ id }) => id === from)!, retired: true }
        const moved = movesOfMerge(themes, from, into)
        const before = moved.map(({ id }) => ({ id, parentId: themes.find((one) => one.id === id)!.parentId }))
        const standing = after(themes, from, into)
        for (const [id, parentId] of meanwhile)
          if (id !== from && parentId !== from && !wouldCircle(standing, id, parentId))
            standing.find((one) => one.id === id)!.parentId = parentId
        const stayed = before.filter(
          ({ id }) => standing.find((one) => one.id === id)?.parentId === moved.find((one) => one.id === id)?.parentId,
        )

        const { parentId, moves } = movesOfReversal(standing, returning, stayed)
        const back = [
          ...standing.map((one) => ({ ...one, parentId: (moves.find(({ id }) => id === one.id) ?? one).parentId })),
          { ...returning, parentId, retired: false },
        ]
        assert.equal(readDown(back).length, ids.length)
        if (meanwhile.length === 0)
          for (const one of back) assert.equal(one.parentId, themes.find(({ id }) => id === one.id)!.parentId, one.id)
      },
    ),
  )
})

test('a merge says which names would stand twice in one place', () => {
  const themes = [theme('travel'), { ...theme('one', 'travel'), name: 'Other' }, theme('cost'), { ...theme('two', 'cost'), name: 'OTHER' }]
  assert.deepEqual(namesInTheWay(themes, movesOfMerge(themes, 'travel', 'cost'), 'travel'), ['Other'])
  assert.deepEqual(namesInTheWay(travel, movesOfMerge(travel, 'travel', 'cost'), 'travel'), [])
})

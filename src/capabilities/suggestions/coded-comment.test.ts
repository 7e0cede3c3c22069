import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decided } from './coded-comment.ts'

const by = (coderId: string) => ({ contributionId: 'c', coderId })
const gave = (coderId: string, themeId: string) => ({ ...by(coderId), themeId })
const felt = (coderId: string, value: number) => ({ ...by(coderId), value })

test('INS-2: a theme is learned where at least half of those who decided gave it', () => {
  const three = [by('ann'), by('ben'), by('cat')]
  const codings = [gave('ann', 'parking'), gave('ben', 'parking'), gave('ben', 'parking'), gave('ann', 'food')]
  assert.deepEqual(decided(three, codings, []).get('c')?.themes, ['parking'])
  assert.deepEqual(decided(three.slice(0, 2), codings, []).get('c')?.themes, ['food', 'parking'])
})

test('INS-2: a comment that somebody read and found no theme for is learned as having none; one that nobody decided about is not learned', () => {
  assert.deepEqual(decided([by('ann')], [], []).get('c'), { themes: [], sentiment: null })
  assert.equal(decided([], [gave('ann', 'parking')], [felt('ann', 2)]).size, 0)
})

test('INS-2: what somebody coded who has not decided yet is not learned', () => {
  assert.deepEqual(decided([by('ann')], [gave('ben', 'parking')], []).get('c')?.themes, [])
})

test('INS-2: of several sentiments the middle one is learned, of two middles the more positive', () => {
  assert.equal(decided([by('ann')], [], [felt('ann', 1), felt('ben', 5), felt('cat', 4)]).get('c')?.sentiment, 4)
  assert.equal(decided([by('ann')], [], [felt('ann', 5), felt('ben', 1)]).get('c')?.sentiment, 1)
})

test('INS-2: the order in which people coded changes nothing', () => {
  const coding = fc.record({
    contributionId: fc.constantFrom('c', 'd'),
    coderId: fc.constantFrom('ann', 'ben', 'cat'),
    themeId: fc.constantFrom('x', 'y', 'z'),
  })
  fc.assert(
    fc.property(fc.array(coding), (codings) => {
      const deciders = [...codings, by('ann')]
      assert.deepEqual(
        new Map([...decided(deciders, codings, [])].sort()),
        new Map([...decided(deciders.toReversed(), codings.toReversed(), [])].sort()),
      )
    }),
  )
})

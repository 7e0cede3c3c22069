import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Answer, isSame, measure } from './measurement.ts'
import { levelInWords } from './usual-level.ts'

const frame = ['parking', 'staff', 'waiting']
const coders = ['ann', 'bob', 'cat']
const answer = (contributionId: string, coderId: string, themeIds: string[], sentiment: number | null = null): Answer => ({
  contributionId,
  coderId,
  themeIds,
  sentiment,
})

/** What some of the coders decided about some of the comments. */
const answers = fc
  .array(fc.tuple(...coders.map(() => fc.option(fc.tuple(fc.subarray(frame), fc.option(fc.integer({ min: 1, max: 5 })))))), {
    maxLength: 12,
  })
  .map((comments) =>
    comments.flatMap((given, comment) =>
      given.flatMap((one, coder) => (one ? [answer(`comment ${comment}`, coders[coder]!, one[0], one[1])] : [])),
    ),
  )

test('INS-1: coders who choose the same themes agree perfectly, as far as there is anything to tell apart', () => {
  const given = ['c1', 'c2', 'c3', 'c4'].flatMap((comment, at) =>
    coders.map((coder) => answer(comment, coder, at % 2 ? ['parking'] : ['staff', 'waiting'], at + 1)),
  )
  const found = measure(given, coders, frame)
  assert.deepEqual([found.comments, found.same, found.overall.alpha, found.sentiment?.alpha], [4, 4, 1, 1])
  assert.deepEqual(
    found.themes.map(({ themeId, alpha, alike, seen }) => [themeId, alpha, alike, seen]),
    [
      ['parking', 1, 4, [2, 2, 2]],
      ['staff', 1, 4, [2, 2, 2]],
      ['waiting', 1, 4, [2, 2, 2]],
    ],
  )
  assert.ok(found.pairs.every(({ f1, comments }) => f1 === 1 && comments === 4))
})

test('INS-1: a comment that one coder alone decided is not measured, and nothing fits is a decision', () => {
  const found = measure([answer('c1', 'ann', ['parking']), answer('c2', 'ann', []), answer('c2', 'bob', [])], ['ann', 'bob'], frame)
  assert.deepEqual([found.comments, found.same, found.themes, found.overall.alpha, found.sentiment], [1, 1, [], null, null])
  assert.deepEqual(found.pairs, [{ one: 'ann', other: 'bob', f1: 1, interval: null, comments: 1 }])
})

test('INS-1: two coders have the F1 and kappa that a person works out by hand', () => {
  const given = [
    answer('c1', 'ann', ['parking', 'staff']),
    answer('c1', 'bob', ['parking']),
    answer('c2', 'ann', ['staff']),
    answer('c2', 'bob', ['staff']),
    answer('c3', 'ann', []),
    answer('c3', 'bob', ['waiting']),
    answer('c4', 'ann', ['parking']),
    answer('c4', 'bob', ['parking']),
  ]
  const found = measure(given, ['ann', 'bob'], frame)
  assert.ok(Math.abs(found.pairs[0]!.f1! - (2 / 3 + 1 + 0 + 1) / 4) < 1e-12)
  const staff = found.themes.find(({ themeId }) => themeId === 'staff')!
  // They agree on 3 of 4; by chance on (2×1 + 2×3) of 16.
  assert.deepEqual([staff.seen, staff.alike], [[2, 1], 3])
  assert.ok(Math.abs(staff.kappa! - (0.75 - 0.5) / 0.5) < 1e-12)
  assert.equal(found.same, 2)
})

test('INS-1: whatever was decided, counts add up and no measure is beyond perfect', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const found = measure(given, coders, frame)
      const decided = [...Map.groupBy(given, ({ contributionId }) => contributionId).values()].filter((one) => one.length > 1)
      assert.equal(found.comments, decided.length)
      assert.equal(found.same, decided.filter(isSame).length)
      for (const { alpha, alike, seen } of found.themes) {
        assert.ok(alpha === null || alpha <= 1 + 1e-12)
        assert.ok(alike >= found.same && alike <= found.comments && seen.some((count) => count > 0))
      }
      for (const { f1, comments } of found.pairs) assert.ok(comments === 0 ? f1 === null : f1! >= 0 && f1! <= 1)
      assert.ok(found.overall.alpha === null || found.overall.alpha <= 1 + 1e-12)
    }),
    { numRuns: 60 },
  )
})

test('INS-1: the order of answers and of coders changes no measure', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const [one, other] = [measure(given, coders, frame), measure(given.toReversed(), coders.toReversed(), frame)]
      const close = (a: number | null, b: number | null) => assert.ok(a === null || b === null ? a === b : Math.abs(a - b) < 1e-9)
      close(one.overall.alpha, other.overall.alpha)
      close(one.sentiment?.alpha ?? null, other.sentiment?.alpha ?? null)
      for (const [at, theme] of one.themes.entries()) close(theme.alpha, other.themes[at]!.alpha)
    }),
    { numRuns: 40 },
  )
})

test('INS-1: an alpha stands beside the usual levels, at their edges too', () => {
  assert.deepEqual([null, 0.8, 0.7999, 0.667, 0.6669, -0.2].map(levelInWords), [
    'Cannot be worked out',
    '0.800 or more',
    '0.667 to 0.800',
    '0.667 to 0.800',
    'Under 0.667',
    'Under 0.667',
  ])
})

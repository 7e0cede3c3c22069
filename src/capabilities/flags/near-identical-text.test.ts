import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  estimatedLikeness,
  type Fingerprint,
  fewestWords,
  fingerprintOf,
  groupNearIdentical,
  likeness,
  nearly,
  shinglesOf,
  signatureOf,
  wordsOf,
} from './near-identical-text.ts'

const letter =
  'We the undersigned ask the board to keep the walk in centre at Fenwick Road open every day because the next one is nine miles away and the last bus goes at six in the evening which leaves carers and people who work late with nowhere to turn'

const fingerprints = (texts: readonly string[]) => texts.flatMap((text) => fingerprintOf(text) ?? [])
const groups = (texts: readonly string[]) => groupNearIdentical(fingerprints(texts))

test('field 19: one letter with other capitals, stops and a name put in is one text; what is said otherwise is not', async () => {
  const texts = [
    letter,
    `${letter.toUpperCase()}!!!`,
    `Dear Sir. ${letter}. Yours, A. Nother of Testshire`,
    'I would rather you spent the money on the new clinic by the station, where most of us can get to by train',
    `I do not agree with my neighbours who wrote that ${letter.split(' ').slice(10, 20).join(' ')}: close it and spend the money on nurses who come home`,
  ]
  assert.deepEqual(await groups(texts), [[0, 1, 2]])
})

test('field 19: short answers that many people give are no campaign', () => {
  const short = ['Nothing', 'Nothing.', 'No comment', 'Longer opening hours would be very good']
  assert.deepEqual(
    short.flatMap((text) => fingerprintOf(text) ?? []),
    [],
  )
  assert.equal(fingerprintOf('one two three four five six seven'), null)
  assert.equal(wordsOf('one two three four five six seven eight').length, fewestWords)
})

test('one accent written in two ways, and curly or straight apostrophes, are the same word', () => {
  assert.deepEqual(wordsOf('Cafe\u0301 isn’t'), wordsOf("CAFÉ isn't"))
})

const someWord = fc.stringMatching(/^[a-z]{2,6}$/)
const someText = fc.array(someWord, { minLength: 30, maxLength: 120 })

test('the estimate keeps to its bounds: within 0.25 of the true likeness, five standard errors', () => {
  fc.assert(
    fc.property(someText, fc.nat({ max: 100 }), fc.array(someWord, { maxLength: 60 }), (words, keep, more) => {
      const one = shinglesOf(words)
      const other = shinglesOf([...words.slice(0, Math.max(8, Math.floor((words.length * keep) / 100))), ...more])
      assert.ok(Math.abs(estimatedLikeness(signatureOf(one), signatureOf(other)) - likeness(one, other)) <= 0.25)
    }),
    { seed: 19, numRuns: 200 },
  )
})

test('likeness is that of sets: the same both ways, 1 for the same text, between 0 and 1', () => {
  fc.assert(
    fc.property(someText, someText, (a, b) => {
      const [one, other] = [shinglesOf(a), shinglesOf(b)]
      const common = [...one].filter((shingle) => other.includes(shingle)).length
      assert.equal(likeness(one, other), common / new Set([...one, ...other]).size)
      assert.equal(likeness(one, other), likeness(other, one))
      assert.equal(likeness(one, one), 1)
    }),
  )
})

/** Some letters, each sent a few times with words changed here and there, among texts of their own. */
const aCrowd = fc
  .array(fc.tuple(someText, fc.array(fc.tuple(fc.nat({ max: 119 }), someWord), { maxLength: 6 })), { minLength: 1, maxLength: 8 })
  .map((letters) =>
    letters.flatMap(([words, changes]) => [
      words.join(' '),
      `  ${words.join(', ')}.`,
      ...changes.map(([at, other]) => words.with(at % words.length, other).join(' ')),
    ]),
  )

test('identical texts are always found, and the groups do not depend on the order', async () => {
  await fc.assert(
    fc.asyncProperty(aCrowd, fc.nat(), async (texts, turn) => {
      const found = await groups(texts)
      const placeOf = new Map(found.flatMap((members, group) => members.map((at) => [at, group])))
      const byWords = Map.groupBy(texts.keys(), (at) => wordsOf(texts[at]!).join(' '))
      for (const same of byWords.values()) if (same.length > 1) assert.equal(new Set(same.map((at) => placeOf.get(at) ?? 'alone')).size, 1)
      const by = turn % texts.length
      const turned = await groups([...texts.slice(by), ...texts.slice(0, by)])
      const inOldPlaces = turned.map((members) => members.map((at) => (at + by) % texts.length).sort((a, b) => a - b))
      assert.deepEqual(new Set(inOldPlaces.map((members) => members.join())), new Set(found.map((members) => members.join())))
    }),
    { numRuns: 50 },
  )
})

test('a group hangs together by pairs that are nearly the same, and by nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(aCrowd, async (texts) => {
      const all = fingerprints(texts)
      for (const members of await groupNearIdentical(all)) assert.equal(reached(members, all).size, members.length)
    }),
    { numRuns: 50 },
  )
})

/** Those of a group that are reached from its first by steps between texts that are nearly the same. */
function reached(members: readonly number[], all: readonly Fingerprint[]): Set<number> {
  const seen = new Set(members.slice(0, 1))
  for (const at of seen) for (const other of members) if (likeness(all[at]!.shingles, all[other]!.shingles) >= nearly) seen.add(other)
  return seen
}

test('SAY-4: twenty thousand texts, a quarter of them one letter, are grouped in well under a minute', async () => {
  let chance = 1
  const next = () => {
    chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
    return chance >>> 16
  }
  const words = (count: number) => Array.from({ length: count }, () => `w${next() % 4000}`).join(' ')
  const texts = Array.from({ length: 20_000 }, (_, at) => (at % 4 === 0 ? `${letter} from ${words(2)}` : words(40 + (at % 60))))
  const began = performance.now()
  const found = await groups(texts)
  assert.ok(performance.now() - began < 30_000)
  assert.deepEqual(
    found.map((members) => members.length),
    [5_000],
  )
})

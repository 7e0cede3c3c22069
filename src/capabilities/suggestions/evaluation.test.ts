import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crossEvaluate, evaluate } from './evaluation.ts'
import type { Example } from './learner.ts'
import { measureThemes, sideAccuracy } from './measure.ts'

test('INS-2: F1 over all decisions, the mean by theme, and whole sets are counted as by hand', () => {
  const given = [['a'], ['a', 'b'], ['c'], ['b']]
  const offered = [['a'], ['a'], ['b'], ['b', 'a']]
  const found = measureThemes(offered, given, ['a', 'b', 'c', 'd'])
  // Together 3 right of 5 offered and 5 given: 2 × 3 ÷ (5 + 5). a: 2 right of 3 and 2; b: 1 of 2 and 2; c: none; d is nobody's.
  assert.equal(found.micro_f1, 0.6)
  assert.equal(found.macro_f1, (4 / 5 + 1 / 2 + 0) / 3)
  assert.equal(found.exact_match, 1 / 4)
  assert.deepEqual(found.per_theme[0], { theme: 'a', n: 2, precision: 2 / 3, recall: 1, f1: 0.8 })
  assert.deepEqual(found.per_theme.at(-1), { theme: 'd', n: 0, precision: 0, recall: 0, f1: 0 })
})

test('INS-2: themes that the test does not know are not judged', () => {
  assert.equal(measureThemes([['a', 'x']], [['a']], ['a']).exact_match, 1)
})

test('INS-2: very good and good are one side; without any sentiment nothing is claimed', () => {
  assert.equal(sideAccuracy([1, 3, 5, 2], [2, 3, 2, null]), 2 / 3)
  assert.equal(sideAccuracy([null], [4]), 0)
  assert.equal(sideAccuracy([1], [null]), null)
})

const topics = ['bus', 'food', 'nurse', 'letter']
const examples: Example[] = Array.from({ length: 120 }, (_, at) => {
  const topic = topics[at % 4]!
  const words = `The ${topic} was ${['late', 'lovely', 'early', 'fine', 'odd'][at % 5]} on day ${at}`
  return { id: `c${at}`, respondent: `r${at % 40}`, question: '', words, themes: [topic], sentiment: at % 3 === 0 ? null : 1 + (at % 5) }
})

test('INS-2: what can be learned is learned, tested on people never learned from, beside a baseline and with a curve', () => {
  const found = crossEvaluate(examples, { folds: 3 })
  assert.equal(found.n, 120)
  assert.equal(found.respondents, 40)
  assert.ok(found.micro_f1 > 0.95 && found.baseline.micro_f1 > 0.95)
  const sizes = found.learning_curve.map(({ comments }) => comments)
  assert.equal(sizes.length, 4)
  assert.deepEqual(
    sizes,
    sizes.toSorted((one, other) => one - other),
  )
})

test('INS-2: what cannot be learned is not claimed: themes given by lot are not foretold', () => {
  const drawn = examples.map((one, at) => ({
    ...one,
    words: `same words ${'abcdefgh'[(at * 7) % 8]}`,
    themes: [topics[(at * at + Math.floor(at / 7)) % 4]!],
  }))
  assert.ok(crossEvaluate(drawn, { folds: 3 }).micro_f1 < 0.6)
})

test('INS-2: the same test gives the same figures, and what is tested on does not change what is learned', () => {
  const [train, test] = [examples.slice(0, 80), examples.slice(80)]
  const whole = evaluate(train, test)
  assert.deepEqual(evaluate(train, test), whole)
  const halves = [test.slice(0, 20), test.slice(20)].map((part) => evaluate(train, part).exact_match)
  assert.ok(Math.abs((halves[0]! + halves[1]!) / 2 - whole.exact_match) < 1e-9)
})

test('INS-2: a test of one person alone is refused: there would be nobody to learn from', () => {
  assert.throws(() => crossEvaluate(examples.map((one) => ({ ...one, respondent: 'only' }))), RangeError)
})

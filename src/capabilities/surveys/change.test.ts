import assert from 'node:assert/strict'
import { test } from 'node:test'
import { misreads } from './change.ts'
import type { Question } from './question.ts'

const labelled = (...labels: string[]) => labels.map((label) => ({ value: label.toLowerCase(), label }))
const reason = (before: Partial<Question>, change: Partial<Question>, choices: Record<string, number>) => {
  const question: Question = { key: 'q1', type: 'one-of', text: 'Which?', ...before }
  return misreads(question, { ...question, ...change }, { answered: 3, choices })
}

test('SAY-1: what people answered keeps its meaning: rows, things to share out or put in order, scales, units, wordings', () => {
  const table = { type: 'matrix', rows: labelled('Ward', 'Food'), options: labelled('Good', 'Bad') }
  assert.match(reason(table, { rows: labelled('Food') }, { 'ward:good': 2 }) ?? '', /^2 people chose “.*Ward.*Good.*”, so it has to stay/)
  assert.match(reason(table, { options: labelled('Good') }, { 'food:bad': 1 }) ?? '', /^One person chose/)
  assert.equal(reason(table, { rows: labelled('Food', 'Parking') }, { 'food:bad': 1 }), null)
  assert.equal(reason(table, { text: 'Which, do you think?' }, { 'food:bad': 1 }), null)

  const shares = { type: 'budget', options: labelled('Buses', 'Beds'), total: 100 }
  assert.match(reason(shares, { options: labelled('Buses', 'Cars') }, { 'beds:40': 1 }) ?? '', /so it has to stay/)
  assert.match(reason(shares, { total: 50 }, { 'beds:40': 1 }) ?? '', /the sum that is shared out cannot change/)
  assert.match(
    reason({ type: 'ranking', options: labelled('A', 'B') }, { options: labelled('A', 'C') }, { 'b:2': 1 }) ?? '',
    /so it has to stay/,
  )
  const scale = { type: 'scale', least: 1, most: 5, ends: { least: 'Bad', most: 'Good' } }
  assert.match(reason(scale, { most: 10 }, { 3: 1 }) ?? '', /the ends of its scale cannot change/)
  assert.match(reason({ type: 'number', unit: 'miles' }, { unit: 'minutes' }, { 3: 1 }) ?? '', /what it is counted in cannot change/)
  assert.match(
    reason({ type: 'rating', wording: 'recommend' }, { wording: 'experience' }, {}) ?? '',
    /wording of its six answers cannot change/,
  )
  assert.match(reason({ options: labelled('A', 'B') }, { type: 'some-of' }, { a: 1 }) ?? '', /its type cannot change/)
})

test('SAY-1: a question that nobody answered may become any other', () => {
  const question: Question = { key: 'q1', type: 'scale', text: 'Which?', least: 1, most: 5 }
  assert.equal(misreads(question, { key: 'q1', type: 'number', text: 'How many?' }, { answered: 0, choices: {} }), null)
})

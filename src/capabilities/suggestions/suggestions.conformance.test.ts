import assert from 'node:assert/strict'
import { createReadStream, existsSync } from 'node:fs'
import { test } from 'node:test'
import { evaluate } from './evaluation.ts'
import { labelledComments } from './labelled-comment.ts'
import { findColumns, readTable } from './labelled-file.ts'
import { numberOf } from './random.ts'

const file = '../shared/data/feedback/pxtextmining/v6framework_230831.csv'
const skip = existsSync(file) ? false : `the comments of two trusts are not here (${file})`

// A part of those who spoke: the whole takes minutes, and does better (docs of the capability give the figures).
const partOf = (respondent: string) => numberOf(respondent, 20260101) % 100

test('INS-2: on comments of two trusts, by people never learned from, it is better than a tuned linear classifier', { skip }, async () => {
  const table = await readTable(createReadStream(file))
  const { examples, leftOut } = labelledComments(table, findColumns(table, {}))
  assert.equal(examples.length, 3727)
  assert.equal(examples.length + Object.values(leftOut).reduce((sum, rows) => sum + rows, 0), 4744)
  const train = examples.filter(({ respondent }) => partOf(respondent) < 40)
  const test = examples.filter(({ respondent }) => partOf(respondent) >= 75)
  const found = evaluate(train, test)
  const { baseline } = found
  assert.ok(found.micro_f1 > baseline.micro_f1 + 0.01, `micro F1 ${found.micro_f1}, baseline ${baseline.micro_f1}`)
  assert.ok(found.macro_f1 > baseline.macro_f1, `macro F1 ${found.macro_f1}, baseline ${baseline.macro_f1}`)
  assert.ok(found.exact_match > baseline.exact_match + 0.02, `exact ${found.exact_match}, baseline ${baseline.exact_match}`)
  assert.ok(found.micro_f1 > 0.64, `micro F1 ${found.micro_f1}`)
  assert.ok(found.sentiment_accuracy! > 0.81, `sentiment ${found.sentiment_accuracy}`)
})

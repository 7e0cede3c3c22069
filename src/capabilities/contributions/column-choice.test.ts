import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseColumns } from './column-choice.ts'

const header = ['Comment\u00a0ID', ' FFT answer', 'Date', 'Parking', 'Food & drink', 'Staff, their manner']
const chosen = (asked: Parameters<typeof chooseColumns>[1]) => {
  const choice = chooseColumns(header, asked)
  assert.ok('columns' in choice, JSON.stringify(choice))
  return choice
}

test('columns are found by name, whatever spaces stand in it, and guessed by the names that files give them', () => {
  const { columns, guessed } = chosen({ id: 'Comment ID' })
  assert.equal(columns.id, 0)
  assert.equal(columns.text, 1)
  assert.equal(columns.saidOn, 2)
  assert.equal(columns.score, null)
  assert.deepEqual(guessed, ['the words from “FFT answer”', 'the date from “Date”'])
})

test('labels are columns one by one, or a run of them', () => {
  assert.deepEqual(
    chosen({ labels: ['Parking..Staff, their manner'] }).columns.labels.map(({ name }) => name),
    ['Parking', 'Food & drink', 'Staff, their manner'],
  )
  assert.deepEqual(
    chosen({ labels: ['Food & drink'] }).columns.labels.map(({ at }) => at),
    [4],
  )
})

test('an unknown column is refused with the list of those there are', () => {
  const choice = chooseColumns(header, { score: 'Points' })
  assert.ok('mistake' in choice)
  assert.match(choice.mistake, /no column called “Points”.*Comment ID, FFT answer, Date/)
  assert.ok('mistake' in chooseColumns(header, { labels: ['Parking..Nowhere'] }))
})

test('a file without a column of words is refused, and the message says what to do', () => {
  const choice = chooseColumns(['a', 'b'], {})
  assert.ok('mistake' in choice)
  assert.match(choice.mistake, /--text/)
})

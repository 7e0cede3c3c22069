import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateReader, isDateFormat, readUsualDate } from './said-date.ts'

test('the year or the day comes first where nothing else is said', () => {
  for (const text of [
    '2022-05-31',
    '31/05/2022',
    '31-5-2022',
    '31.05.2022',
    '31 May 2022',
    '31 may 22',
    '31-May-22',
    '31/05/22',
    '31/05/2022 14:30',
  ])
    assert.deepEqual(readUsualDate(text), { date: '2022-05-31', turned: false }, text)
})

test('a date that can only have its month first is read so, and said to be turned', () => {
  assert.deepEqual(readUsualDate('10/17/2021'), { date: '2021-10-17', turned: true })
  assert.deepEqual(readUsualDate('3/4/2021'), { date: '2021-04-03', turned: false })
})

test('what is no date is none', () => {
  for (const text of ['', 'yesterday', '31/06/2022', '2022-13-01', '0/1/2022', '31/05']) assert.equal(readUsualDate(text).date, null, text)
})

test('a format says what comes first', () => {
  assert.equal(dateReader('MM/DD/YYYY')('03/04/2021'), '2021-03-04')
  assert.equal(dateReader('D MMMM YYYY')('1st January 2020'), '2020-01-01')
  assert.equal(dateReader('YYYYMMDD')('20200131'), '2020-01-31')
  assert.ok(isDateFormat('DD/MM/YY'))
  assert.ok(!isDateFormat('MM/YYYY'))
})

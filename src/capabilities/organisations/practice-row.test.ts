import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPractice } from './practice-row.ts'

const row = (changes: Record<number, string> = {}) => {
  const cells = Array.from({ length: 27 }, () => '')
  const given = {
    1: 'ZZ9001',
    2: 'FELLSIDE SURGERY',
    5: 'The Old School',
    7: 'Northmoor',
    10: 'ZZ1 9ZZ',
    11: '20090401',
    26: '4',
    ...changes,
  }
  for (const [column, value] of Object.entries(given)) cells[Number(column) - 1] = value
  return cells
}

test('a row in the true layout becomes a practice', () => {
  assert.deepEqual(readPractice(row()), {
    code: 'ZZ9001',
    name: 'FELLSIDE SURGERY',
    kind: 'practice',
    lines: 'The Old School\nNorthmoor',
    postcode: 'ZZ1 9ZZ',
    openedOn: '2009-04-01',
    closedOn: null,
  })
})

test('a prescribing setting that is no general practice is a provider', () => {
  assert.equal((readPractice(row({ 26: '10' })) as { kind: string }).kind, 'provider')
})

test('what cannot be taken says why', () => {
  assert.equal(readPractice(['ZZ9001', 'FELLSIDE SURGERY']), 'It has 2 columns where 27 are needed')
  assert.match(readPractice(row({ 1: 'Organisation Code' })) as string, /not an ODS code/)
  assert.match(readPractice(row({ 2: ' ' })) as string, /no name/)
  assert.match(readPractice(row({ 11: '' })) as string, /opening date/)
  assert.match(readPractice(row({ 11: '20090230' })) as string, /opening date/)
  assert.match(readPractice(row({ 12: '31/03/2019' })) as string, /closing date/)
  assert.match(readPractice(row({ 12: '20080101' })) as string, /closes before it opens/)
})

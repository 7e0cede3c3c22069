import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asEntered, lastDayOf, whenIsIt } from './entry.ts'
import { digitsOf, type Line, lineOf } from './text-message.ts'

const line = (id: string, keyword: string | null): Line => ({ id, number: '447700900000', keyword, surveyId: 's', questionKey: 'q' })
const lines = [line('ward', 'WARD'), line('rest', null)]
const to = '+44 7700 900000'

test('SAY-3: a telephone number is the same however it is written', () => {
  for (const written of ['07700 900000', '+447700900000', '00447700900000', '447700900000']) assert.equal(digitsOf(written), '447700900000')
  assert.equal(digitsOf('60006'), '60006')
})

test('SAY-3: a message goes by its keyword, however it is typed, and else by its number', () => {
  for (const message of ['WARD Keep it open', 'ward: Keep it open', '  Ward,\nKeep it open ']) {
    const found = lineOf(lines, { to, message })
    assert.deepEqual([found?.line.id, found?.words], ['ward', 'Keep it open'], message)
  }
  assert.deepEqual(lineOf(lines, { to, message: 'Wards are good' })?.words, 'Wards are good')
  assert.equal(lineOf(lines, { to, message: 'Wards are good' })?.line.id, 'rest')
  assert.equal(lineOf(lines, { to: '60006', message: 'WARD Keep it open' }), null)
  assert.equal(lineOf([line('ward', 'ward')], { to, message: 'Hello' }), null)
  assert.equal(lineOf(lines, { to, message: '' })?.line.id, 'rest')
})

const dated = { opensOn: '2026-07-01', closesOn: '2026-07-31', publication: {} as never, closure: null }

test('SAY-3: what was sent in time may be entered for 14 days after the last day, and no longer', () => {
  const when = (today: string) => whenIsIt(dated, today)
  assert.deepEqual(['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01', '2026-08-14', '2026-08-15'].map(when), [
    'too early',
    'open',
    'open',
    'late',
    'late',
    'too late',
  ])
  const closed = { ...dated, closure: { reason: 'Sold', at: new Date('2026-07-10T23:30:00Z'), by: null } }
  assert.deepEqual([lastDayOf(closed), whenIsIt(closed, '2026-07-25'), whenIsIt(closed, '2026-07-26')], ['2026-07-11', 'late', 'too late'])
  assert.equal(whenIsIt({ ...dated, publication: null }, '2026-07-10'), 'too early')
})

test('SAY-3: nothing must be answered of what staff type in, and there are no files', () => {
  const version = { id: 'v', surveyId: 's', number: 1, promise: 'linked' as const, released: true, title: 'T' }
  const questions = [
    { key: 'q1', type: 'one-of', text: 'How?', required: true },
    { key: 'q2', type: 'file', text: 'Your letter' },
  ]
  assert.deepEqual(asEntered({ ...version, questions }).questions, [{ key: 'q1', type: 'one-of', text: 'How?', required: false }])
})

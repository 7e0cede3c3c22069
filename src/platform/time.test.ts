import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, londonDate } from './time.ts'

test('the date in London turns at midnight there, in summer too', () => {
  assert.equal(londonDate(new Date('2026-07-01T22:59:59.999Z')), '2026-07-01')
  assert.equal(londonDate(new Date('2026-07-01T23:00:00Z')), '2026-07-02')
  assert.equal(londonDate(new Date('2026-01-01T23:59:59Z')), '2026-01-01')
  assert.equal(londonDate(new Date('2026-01-02T00:00:00Z')), '2026-01-02')
})

test('the date of a moment does not depend on what was asked before', () => {
  const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(fc.property(moment, (at) => assert.equal(londonDate(at), london.format(at))))
})

test('days are added by the calendar, over the nights when the clocks change', () => {
  assert.equal(addDays('2026-03-28', 2), '2026-03-30')
  assert.equal(addDays('2026-03-01', -1), '2026-02-28')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkSign, newSerial, readSerial, shownSerial } from './serial.ts'

const signs = '0123456789BCDFGHJKLMNPQRSTVWXZ'
const bodies = fc.array(fc.constantFrom(...signs), { minLength: 6, maxLength: 6 }).map((those) => those.join(''))

test('SAY-3: a serial number reads the same with hyphen, spaces and small letters', () => {
  for (let time = 0; time < 50; time++) {
    const serial = newSerial()
    assert.equal(readSerial(shownSerial(serial).toLowerCase()), serial)
    assert.equal(readSerial(` ${serial.slice(0, 2)} ${serial.slice(2)} `), serial)
  }
})

test('SAY-3: one wrong sign in a serial number is always noticed', () => {
  fc.assert(
    fc.property(bodies, fc.nat(6), fc.constantFrom(...signs), (body, at, sign) => {
      const serial = body + checkSign(body)
      const wrong = serial.slice(0, at) + sign + serial.slice(at + 1)
      assert.equal(readSerial(wrong), wrong === serial ? serial : null)
    }),
  )
})

test('SAY-3: whatever is typed, reading a serial number never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => assert.doesNotThrow(() => readSerial(typed))))
})

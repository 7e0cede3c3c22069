import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newReceipt, plainReceipt } from './receipt.ts'

test('a receipt is sixteen letters in fours, none of them a vowel or easily taken for another', () => {
  for (let times = 0; times < 200; times++) assert.match(newReceipt(), /^([BCDFGHJKLMNPQRSTVWXZ]{4}-){3}[BCDFGHJKLMNPQRSTVWXZ]{4}$/)
})

test('capitals, spaces and hyphens do not matter to whoever types it', () => {
  const code = newReceipt()
  assert.equal(plainReceipt(` ${code.toLowerCase().replaceAll('-', ' ')} `), plainReceipt(code))
  assert.equal(plainReceipt(code).length, 16)
})

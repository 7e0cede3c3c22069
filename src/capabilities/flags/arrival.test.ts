import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { coarseAddressOf, createArrivals, doubtsAbout } from './arrival.ts'
import { bitsOf, leadingZeros, makeChallenge, metUntil, wait } from './challenge.ts'
import { signed, stamp, tookSince, unsigned } from './stamp.ts'

const key = Buffer.alloc(32, 7)
const now = new Date('2026-03-10T10:00:00Z')
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)

test('SAY-4: an address is known no closer than its part of the internet, and one that may be a proxy’s says nothing', () => {
  assert.equal(coarseAddressOf('203.0.113.77'), '203.0.113')
  assert.equal(coarseAddressOf('::ffff:203.0.113.200'), '203.0.113')
  assert.equal(coarseAddressOf('2001:db8:85a3:8d3:1319:8a2e:370:7348'), '2001:db8:85a3')
  assert.equal(coarseAddressOf('2001:db8::1'), '2001:db8:0')
  for (const own of ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.9', '169.254.0.1', '::1', 'fe80::1%eth0', 'fd00::5', '', 'nonsense'])
    assert.equal(coarseAddressOf(own), null, own)
  fc.assert(fc.property(fc.ipV4(), (address) => !(coarseAddressOf(address) ?? '').includes(address)))
  fc.assert(fc.property(fc.ipV6(), (address) => void coarseAddressOf(address)))
})

test('SAY-4: a filled hidden field, a form sent within three seconds and a crowd from one place are doubts; nobody is turned away for one', () => {
  const person = { honeypot: '', took: 40_000, fromThere: 3 }
  assert.deepEqual(doubtsAbout(person), [])
  assert.deepEqual(doubtsAbout({ ...person, took: null }), [])
  assert.deepEqual(doubtsAbout({ honeypot: 'https://shop.example', took: 900, fromThere: 60 }), [
    'hidden field',
    'very fast',
    'many from one place',
  ])
})

test('SAY-4: where people came from is counted for twenty minutes and then forgotten', () => {
  const arrivals = createArrivals()
  const counts = [0, 1, 11, 40].map((minutes) => arrivals.count('203.0.113', later(minutes * 60_000)))
  assert.deepEqual(counts, [0, 1, 2, 0])
  assert.equal(arrivals.count('198.51.100', later(40 * 60_000)), 0)
})

test('SAY-4: a crowd of people is no attack; as many robots are, until they are gone', () => {
  const arrivals = createArrivals()
  for (let at = 0; at < 5_000; at++) arrivals.count(null, now)
  for (let at = 0; at < 200; at++) arrivals.doubt(now)
  assert.equal(arrivals.isUnderAttack(now), false)
  for (let at = 0; at < 5_000; at++) {
    arrivals.count(null, now)
    arrivals.doubt(now)
  }
  assert.equal(arrivals.isUnderAttack(now), true)
  assert.equal(arrivals.isUnderAttack(later(25 * 60_000)), false)
})

test('a stamp says when its page was drawn, and nobody can make or change one', () => {
  const drawn = stamp(key, now)
  assert.equal(tookSince(key, drawn, later(5_000)), 5_000)
  assert.equal(tookSince(key, 'counted-12000', now), 12_000)
  for (const wrong of ['', 'counted-', 'counted-999999999', `x${drawn}`, drawn.replace('.', 'a.'), stamp(Buffer.alloc(32), now)])
    assert.equal(tookSince(key, wrong, now), null, wrong)
  assert.equal(tookSince(key, drawn, later(-1)), null)
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (text, other) => {
      assert.equal(unsigned(key, signed(key, text)), text)
      assert.equal(unsigned(key, other), null)
    }),
  )
})

test('SAY-4: the task takes a number worked out, or half a minute; and it ends', () => {
  const challenge = makeChallenge(key, now)
  const proof = String(Array.from({ length: 2_000_000 }).findIndex((_, at) => leadingZeros(`${challenge}:${at}`) >= bitsOf(challenge)))
  assert.equal(metUntil(key, challenge, proof, later(900))?.getTime(), later(60 * 60_000).getTime())
  assert.equal(metUntil(key, challenge, '', later(900)), null)
  assert.equal(metUntil(key, challenge, 'x', later(900)), null)
  assert.ok(metUntil(key, challenge, '', later(wait)))
  assert.equal(metUntil(key, challenge, proof, later(61 * 60_000)), null)
  assert.equal(metUntil(Buffer.alloc(32), challenge, proof, later(wait)), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDeskPath } from './session.ts'

test('PLT-2: a page of this desk is gone on to, without what was searched for', () => {
  assert.equal(localDeskPath('northmoor', '/northmoor/desk'), '/northmoor/desk')
  assert.equal(localDeskPath('northmoor', '/northmoor/desk/people/01?after=x#y'), '/northmoor/desk/people/01')
})

test('PLT-2: whatever was asked for, the address gone on to is on this site and on this desk', () => {
  const tricky = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc
      .array(fc.constantFrom('/', '\\', '..', 'northmoor', 'desk', '//evil.example', '%2f', '@', ':', '\n', '?'))
      .map((parts) => `/northmoor/desk${parts.join('')}`),
  )
  fc.assert(
    fc.property(tricky, (wanted) => {
      const to = localDeskPath('northmoor', wanted)
      if (to === null) return
      const url = new URL(to, 'https://involve.example.org')
      assert.equal(url.origin, 'https://involve.example.org')
      assert.equal(url.pathname, to)
      assert.match(url.pathname, /^\/northmoor\/desk(\/|$)/)
    }),
    { numRuns: 2000 },
  )
})

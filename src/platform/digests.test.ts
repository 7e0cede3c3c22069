import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { canonical, digestOf, type Json } from './digests.ts'

const atom = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
const { content } = fc.letrec<{ content: Json }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.array(tie('content'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('content'), { maxKeys: 3 }),
  ),
}))

test('the canonical form is that of RFC 8785, by the short way and by the long', () => {
  fc.assert(fc.property(content, (json) => assert.equal(canonical(json), canonicalize(json))))
})

test('a digest is the SHA-256 of the salt and then the canonical content, as anybody’s tools reckon it', () => {
  const salt = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  assert.equal(digestOf({ salt, content: ['é', 1, null] }), createHash('sha256').update(salt).update('["é",1,null]', 'utf8').digest('hex'))
})

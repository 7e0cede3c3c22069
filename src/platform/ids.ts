import { createHash, randomBytes, randomFillSync } from 'node:crypto'
import { v4, v7 } from 'uuid'

/** An id that sorts by the moment it was made (UUIDv7, RFC 9562 section 5.7); those made here within one millisecond sort by the order of their making. */
export function newId() {
  const now = Date.now()
  const random = chance()
  sequence = now > moment ? random.readUInt32BE(6) >>> 1 : sequence + 1
  moment = Math.max(now, moment)
  return v7({ random, msecs: moment, seq: sequence })
}
let moment = 0
let sequence = 0

/** 128 bits of chance, asked of the system in bulk: a call for each would cost more than writing the row it is for. */
function chance(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return Buffer.from(pool.subarray(used - 16, used))
}
const pool = Buffer.alloc(16 * 256)
let used = pool.length

/** An id that says nothing of when it was made (UUIDv4): for what must not be matched to a moment. */
export const newBlindId = () => v4()

/** 128 bits of chance beside a row's content, so that its digest cannot be guessed from a guess at the content. */
export const newSalt = () => chance()

/** A secret for a link or a cookie: 256 bits, in letters a web address may hold. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What is kept of a secret. It has 256 bits of its own, so a plain SHA-256 is enough. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

export const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)

import { createHash, randomBytes } from 'node:crypto'
import { signed, unsigned } from './stamp.ts'

// A second's work for a telephone, which is nothing for one person and dear for ten thousand forms.
const bits = 14
const lasts = 60 * 60_000

/** How long somebody without JavaScript waits before pressing again. */
export const wait = 30_000

/** A task for one form: to be worked out by the browser, or waited for. It holds when it was made, and needs no memory of ours. */
export const makeChallenge = (key: Buffer, now: Date) =>
  signed(key, `${now.getTime().toString(36)}-${bits}-${randomBytes(9).toString('base64url').replaceAll('-', '_')}`)

/** Until when this task may be answered; null where it is none of ours, too old, or neither worked out nor waited for. */
export function metUntil(key: Buffer, challenge: string, proof: string, now: Date): Date | null {
  const [made, asked] = unsigned(key, challenge)?.split('-') ?? []
  if (made === undefined || asked === undefined) return null
  const age = now.getTime() - Number.parseInt(made, 36)
  if (!(age >= 0 && age <= lasts)) return null
  const isDone = age >= wait || (/^\d{1,12}$/.test(proof) && leadingZeros(`${challenge}:${proof}`) >= Number(asked))
  return isDone ? new Date(now.getTime() - age + lasts) : null
}

/** How many bits of the SHA-256 of a text are nought before the first that is not. */
export function leadingZeros(text: string): number {
  const digest = createHash('sha256').update(text).digest()
  const first = digest.findIndex((byte) => byte !== 0)
  return first === -1 ? 256 : first * 8 + Math.clz32(digest[first] ?? 0) - 24
}

/** How many leading bits a browser has to bring to nought. */
export const bitsOf = (challenge: string) => Number(challenge.split('-')[1])

import { randomInt } from 'node:crypto'

// As on receipts no vowels, so that chance writes no word; and no digit that is taken for a letter: 0, 1, 2, 5, 8.
const signs = '34679BCDFGHJKLMNPQRSTVWXZ'

/** A code for a letter: 'K4TX-WQ7M-ZLP9'. Twelve signs of twenty-five: 55 bits of chance. */
export const newCode = () =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')).join('-')

/**
 * What is hashed of a secret: of a code its signs alone, since capitals, spaces and hyphens do not matter to whoever types it; of a link its
 * last part, so that the whole link may be put where a code is asked for.
 */
export function plainSecret(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[\s.–-]/g, '')
  if (plain.length === 12 && [...plain].every((sign) => signs.includes(sign))) return plain
  return typed.trim().replace(/^.*\/invitation\//, '')
}
